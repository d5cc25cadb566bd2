// Whether headphones are plugged in (R6), from the switches that Linux offers for jacks (SW_HEADPHONE_INSERT).
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>

namespace kiosk::os {

class HeadphoneJack {
 public:
  virtual ~HeadphoneJack() = default;

  // None: this machine has no jack that tells. Answers at once; any thread.
  virtual std::optional<bool> plugged_in() const = 0;
};

// Watches the jacks below `folder`, also those that appear later (a USB sound card). Needs read access to the input
// devices (group input); a jack that cannot be read is none. `changed` is called by a thread of the watch's own when
// the answer changes: wake the frame loop, nothing else.
std::unique_ptr<HeadphoneJack> watch_headphone_jack(const std::filesystem::path& folder, std::function<void()> changed);

// What the events of one jack say, `struct input_event` after `struct input_event`; the last one wins. None: nothing
// about headphones. A part of an event at the end is ignored.
std::optional<bool> headphones_in_events(std::span<const uint8_t> events);

}  // namespace kiosk::os
