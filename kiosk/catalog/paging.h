// How many choices stand on one page of a list (R79), and so how many taps lead from the home screen to a page of
// content: the screens turn their lists by these numbers, and the content check counts by them.
#pragma once

namespace kiosk::catalog {

inline constexpr int kChoicesPerPage = 6;
// News are a list by nature, newest first: leafing through it is no choice that somebody makes. So many stories count
// as one tap away.
inline constexpr int kStoriesPerPage = 24;

// From the home screen, every turn of a page counted.
inline constexpr int kMostTaps = 3;

constexpr int pages_of(int choices, int per_page = kChoicesPerPage) { return (choices + per_page - 1) / per_page; }

}  // namespace kiosk::catalog
