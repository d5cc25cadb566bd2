// The part of PageBuilder that reads pictures: files of media/, which are on their own, and drawings of pictures/,
// which belong to the words after them.
#include <algorithm>

#include "kiosk/base/ascii.h"
#include "kiosk/base/slug.h"
#include "kiosk/document/page_builder.h"

namespace kiosk::document {
namespace {

constexpr std::string_view kMedia = "media/", kPictures = "pictures/", kDrawing = ".svg";

constexpr size_t kMaxPath = 100;

bool is_media_path(std::string_view text) {
  return !text.empty() && text.size() <= kMaxPath && text.front() != '/' && text.front() != '.' &&
         text.find("..") == std::string_view::npos && std::ranges::all_of(text, [](char c) {
           return ascii::is_letter_or_digit(c) || c == '-' || c == '_' || c == '.' || c == '/';
         });
}

}  // namespace

void PageBuilder::enter_image(std::string_view address, std::string_view title) {
  reach_address(address);
  ++images_;
  links_.push_back({std::string(address), text_size_});
  if (refused_ > 0 || !block_) return;
  if (block_->line == 0) block_->line = line_;
  if (!title.empty()) refuse(line_, "The words in quotes after a picture's address are not shown. Remove them.");
  if (!topic_.empty() || in_contact_) refuse(line_, "A picture cannot be a link. Write the link below it.");
  if (address.starts_with(kPictures)) return enter_picture(address.substr(kPictures.size()));
  if (!address.starts_with(kMedia) || !is_media_path(address.substr(kMedia.size()))) {
    refuse(line_, quoted(address) +
                      " is not a picture of this content. Write (pictures/name.svg) for a drawing; or put it into the "
                      "folder media and "
                      "write (media/name.png).");
    return;
  }
  block_->media = address.substr(kMedia.size());
  ++alone_;
}

void PageBuilder::leave_image() {
  const Link image = links_.back();
  links_.pop_back();
  --images_;
  if (in_picture_) {
    in_picture_ = false;
    return;
  }
  if (refused_ == 0 && block_ && text_size_ == image.words_from)
    refuse(line_, "The picture has no description. Say between the square brackets what it shows.");
}

// A drawing says what the words after it say: it is at their beginning, or on its own before them.
void PageBuilder::enter_picture(std::string_view name) {
  in_picture_ = true;
  if (!name.ends_with(kDrawing) || !is_slug(name.substr(0, name.size() - kDrawing.size()))) {
    refuse(line_, quoted(name) + " is not a drawing. Write (pictures/name.svg), in small letters, digits and hyphens.");
  } else if (text_size_ > 0 || alone_ > 0 || !block_->picture.empty()) {
    refuse(line_, "One drawing goes before the words it belongs to. Put it at their beginning.");
  } else {
    block_->picture = name.substr(0, name.size() - kDrawing.size());
  }
}

bool PageBuilder::keep_for_next(const Block& block) {
  if (block.kind != BlockKind::paragraph || block.picture.empty() || text_size_ > 0 || alone_ > 0) return false;
  if (kept_picture_) refuse(block.line, "There are two drawings one after the other. Keep one of them.");
  kept_picture_ = block;
  return true;
}

// One picture for one block: its own, or the one on its own before it.
void PageBuilder::settle_picture(Block& block) {
  const bool shows_another = !block.media.empty() || !block.contact.empty();
  if (shows_another && (!block.picture.empty() || kept_picture_)) {
    refuse(block.line, "A drawing belongs to words, not to another picture or a contact. Remove the drawing.");
    block.picture.clear();
  } else if (kept_picture_ && !block.picture.empty()) {
    refuse(kept_picture_->line, "What follows this drawing has one of its own. Remove one of the two.");
  } else if (kept_picture_) {
    block.picture = kept_picture_->picture;
    block.picture_words = kept_picture_->picture_words;
  }
  kept_picture_.reset();
}

}  // namespace kiosk::document
