// A composed drawing as pixels, by librsvg, and whether it keeps to its grid. The only file that knows librsvg and
// cairo.
#pragma once

#include <memory>
#include <string>

#include "kiosk/base/result.h"
#include "kiosk/graphics/image.h"

namespace kiosk::publish {

class DrawnPicture {
 public:
  // Error: Code::invalid, which compose() leaves no room for.
  static Result<DrawnPicture> open(const std::string& svg);

  // `side` x `side` px. Error: Code::invalid.
  Result<graphics::Image> pixels(int side) const;

  // Whether something of it, or of the element with this id, is drawn outside of the grid. Judged by what is drawn and
  // not by librsvg's geometry, which is that of boxes round boxes and larger than what is seen.
  bool leaves_grid(const std::string& id = {}) const;

 private:
  struct Release {
    void operator()(void* handle) const;
  };

  explicit DrawnPicture(void* handle) : handle_(handle) {}

  std::unique_ptr<void, Release> handle_;
};

}  // namespace kiosk::publish
