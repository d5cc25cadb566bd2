// One prepared statement: bind, step through the rows, reset, again. Made by Database::prepare, which it must not
// outlive.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>

#include "kiosk/base/result.h"

struct sqlite3_stmt;

namespace kiosk::sql {

class IdleStatements;
struct Watch;

class Statement {
 public:
  // Parameters are counted from 1 and keep their values over a reset. Texts are copied.
  Statement& bind(int parameter, int64_t value);
  Statement& bind(int parameter, std::string_view text);
  Statement& bind_real(int parameter, double value);
  Statement& bind_null(int parameter);

  // True: there is a row. False: there are no more, and the statement is reset.
  // Error: Code::interrupted past the deadline, damaged, io, no_space; the statement is reset.
  Result<bool> step();

  // Runs a statement that answers no rows.
  Status run();

  // Back to before the first row.
  void reset();

  // Columns are counted from 0. REQUIRES: the last step() was true.
  bool is_null(int column) const;
  int64_t integer(int column) const;
  double real(int column) const;
  // Valid until the next step or reset. In a damaged file these may be any bytes, not only UTF-8.
  std::string_view text(int column) const;

 private:
  friend class Database;
  struct GiveBack {
    std::shared_ptr<IdleStatements> idle;  // none: it is finalized
    void operator()(sqlite3_stmt* statement) const;
  };

  Statement& bound(int code);

  Statement(sqlite3_stmt* statement, std::shared_ptr<IdleStatements> idle, Watch* watch)
      : statement_(statement, GiveBack{std::move(idle)}), watch_(watch) {}

  std::unique_ptr<sqlite3_stmt, GiveBack> statement_;
  Watch* watch_;
  bool running_ = false;
  int bind_code_ = 0;  // of the first value that could not be bound, told by the next step()
};

}  // namespace kiosk::sql
