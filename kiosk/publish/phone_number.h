// Phone numbers of contacts, checked as they will be dialled.
#pragma once

#include "kiosk/catalog/model.h"
#include "kiosk/publish/problem.h"

namespace kiosk::publish {

// Reports a number that cannot be dialled as written, or whose shown digits are not the dialled ones (R83, R87).
void check_number(const catalog::Number& number, const Place& place, Problems& problems);

}  // namespace kiosk::publish
