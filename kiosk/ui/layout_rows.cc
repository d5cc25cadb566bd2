// Boxes beside each other: rows whose cells share a width, and grids of equal cells.
#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

#include "kiosk/ui/layout.h"

namespace kiosk::ui {
namespace {

using Cells = std::shared_ptr<const std::vector<Cell>>;

float least_of(Frame& frame, const Cell& cell) {
  if (cell.fixed.value > 0) return frame.mm(cell.fixed.value);
  return std::max(frame.mm(cell.at_least.value), cell.box.least ? cell.box.least(frame) : 0);
}

float gaps(Frame& frame, size_t count, Mm gap) {
  return count > 1 ? frame.mm(gap.value) * static_cast<float>(count - 1) : 0;
}

float clamped(Frame& frame, const Cell& cell, float width) {
  return std::clamp(width, least_of(frame, cell), std::max(least_of(frame, cell), frame.mm(cell.at_most.value)));
}

// Empty: they have no room beside each other. First everyone gets the least, then those that want their natural width,
// then those that grow.
std::vector<float> widths_of(Frame& frame, const std::vector<Cell>& cells, Mm gap, float width) {
  std::vector<float> widths;
  float left = width - gaps(frame, cells.size(), gap);
  for (const Cell& cell : cells) left -= widths.emplace_back(least_of(frame, cell));
  if (left < -0.5f) return {};
  float shares = 0;
  for (size_t i = 0; i < cells.size(); ++i) {
    shares += cells[i].share;
    if (cells[i].fixed.value > 0 || cells[i].share > 0 || !cells[i].box.natural) continue;
    float more = std::clamp(clamped(frame, cells[i], cells[i].box.natural(frame)) - widths[i], 0.0f, left);
    widths[i] += more, left -= more;
  }
  if (shares <= 0) return widths;
  // What grows ends up in proportion, not with an equal share on top of its own words.
  float pool = left;
  for (size_t i = 0; i < cells.size(); ++i)
    if (cells[i].share > 0) pool += widths[i];
  bool proportional = true;
  for (size_t i = 0; i < cells.size(); ++i)
    if (cells[i].share > 0 && widths[i] > pool * cells[i].share / shares) proportional = false;
  for (size_t i = 0; i < cells.size(); ++i) {
    if (cells[i].share <= 0) continue;
    float wanted = proportional ? pool * cells[i].share / shares : widths[i] + left * cells[i].share / shares;
    widths[i] = clamped(frame, cells[i], wanted);
  }
  return widths;
}

Box as_column(const std::vector<Cell>& cells, Mm gap) {
  std::vector<Box> boxes;
  for (const Cell& cell : cells) boxes.push_back(cell.box);
  return column(std::move(boxes), gap);
}

struct Columns {
  int count = 1;
  float each = 0;
};

Columns columns_of(Frame& frame, const std::vector<Box>& boxes, const GridShape& shape, float width) {
  float gap = frame.mm(shape.gap.value), least = frame.mm(shape.least.value);
  for (const Box& box : boxes)
    if (box.least) least = std::max(least, box.least(frame));
  int fitting = static_cast<int>(std::floor((width + gap + 0.5f) / (least + gap)));
  int count = std::clamp(shape.columns > 0 ? shape.columns : fitting, 1, std::max(1, shape.most_columns));
  if (shape.columns > 0) count = shape.columns;
  return {count, (width - gap * static_cast<float>(count - 1)) / static_cast<float>(count)};
}

}  // namespace

Cell fixed(Mm width, Box box) { return {std::move(box), width}; }

Cell grow(Box box, float share) {
  Cell cell{std::move(box)};
  cell.share = share;
  return cell;
}

Cell natural(Box box) { return {std::move(box)}; }

Box row(std::vector<Cell> cells, Mm gap) {
  auto all = std::make_shared<const std::vector<Cell>>(std::move(cells));
  Box box;
  box.height = [=](Frame& frame, float width) {
    std::vector<float> widths = widths_of(frame, *all, gap, width);
    if (widths.empty()) return as_column(*all, gap).height(frame, width);
    float most = 0;
    for (size_t i = 0; i < all->size(); ++i) most = std::max(most, (*all)[i].box.height(frame, widths[i]));
    return most;
  };
  box.least = [=](Frame& frame) {
    float most = 0;  // as a column
    for (const Cell& cell : *all) most = std::max(most, least_of(frame, cell));
    return most;
  };
  box.natural = [=](Frame& frame) {
    float sum = gaps(frame, all->size(), gap);
    for (const Cell& cell : *all) {
      float wanted = cell.fixed.value > 0 || !cell.box.natural ? least_of(frame, cell) : cell.box.natural(frame);
      sum += clamped(frame, cell, wanted);
    }
    return sum;
  };
  box.draw = [=](Frame& frame, const Rect& at) {
    std::vector<float> widths = widths_of(frame, *all, gap, at.width);
    if (widths.empty()) return as_column(*all, gap).draw(frame, at);
    float x = at.x;
    for (size_t i = 0; i < all->size(); ++i) {
      (*all)[i].box.draw(frame, {x, at.y, widths[i], at.height});
      x += widths[i] + frame.mm(gap.value);
    }
  };
  box.split = [=](Frame& frame, float width, float room) -> std::vector<Box> {
    if (!widths_of(frame, *all, gap, width).empty()) return {};
    return as_column(*all, gap).split(frame, width, room);
  };
  return box;
}

Box grid(std::vector<Box> boxes, GridShape shape) {
  auto all = std::make_shared<const std::vector<Box>>(std::move(boxes));
  auto row_heights = [=](Frame& frame, float width) {
    Columns columns = columns_of(frame, *all, shape, width);
    std::vector<float> heights;
    for (size_t i = 0; i < all->size(); ++i) {
      if (i % static_cast<size_t>(columns.count) == 0) heights.push_back(0);
      heights.back() = std::max(heights.back(), (*all)[i].height(frame, columns.each));
    }
    return heights;
  };
  auto height = [=](Frame& frame, float width) {
    std::vector<float> heights = row_heights(frame, width);
    float sum = gaps(frame, heights.size(), shape.gap);
    for (float one : heights) sum += one;
    return sum;
  };
  Box box;
  box.height = height;
  box.least = [=](Frame& frame) {
    float most = frame.mm(shape.least.value);
    for (const Box& one : *all)
      if (one.least) most = std::max(most, one.least(frame));
    return most;
  };
  box.draw = [=](Frame& frame, const Rect& at) {
    Columns columns = columns_of(frame, *all, shape, at.width);
    std::vector<float> heights = row_heights(frame, at.width);
    float gap = frame.mm(shape.gap.value), y = at.y;
    float spare =
        std::max(0.0f, at.height - height(frame, at.width)) / static_cast<float>(std::max<size_t>(1, heights.size()));
    size_t per_row = static_cast<size_t>(columns.count);
    for (size_t i = 0; i < all->size(); ++i) {
      size_t down = i / per_row, across = i % per_row;
      if (across == 0 && down > 0) y += heights[down - 1] + spare + gap;
      if (shape.digits && frame.painter().mirrored()) across = per_row - 1 - across;
      float x = at.x + static_cast<float>(across) * (columns.each + gap);
      (*all)[i].draw(frame, {x, y, columns.each, heights[down] + spare});
    }
  };
  box.split = [=](Frame& frame, float width, float room) -> std::vector<Box> {
    Columns columns = columns_of(frame, *all, shape, width);
    std::vector<float> heights = row_heights(frame, width);
    size_t rows = 0;
    for (float used = 0; rows < heights.size(); ++rows) {
      used += heights[rows];
      if (used > room + 0.5f) break;
      used += frame.mm(shape.gap.value);
    }
    // A row higher than a page goes by itself.
    size_t kept = std::max<size_t>(1, rows) * static_cast<size_t>(columns.count);
    if (all->size() == 1) return all->front().broken(frame, width, room);
    GridShape same = shape;
    if (rows == 0 && columns.count > 1) {
      // Wider, each of its cells may have room.
      same.columns = same.most_columns = 1;
      return {grid({all->front()}, same), grid({all->begin() + 1, all->end()}, same)};
    }
    if (kept >= all->size()) return {};
    // Both parts keep the columns that all of them have together.
    same.columns = columns.count;
    auto cut = all->begin() + static_cast<std::ptrdiff_t>(kept);
    return {grid({all->begin(), cut}, same), grid({cut, all->end()}, same)};
  };
  return box;
}

}  // namespace kiosk::ui
