# Sourced, after office.sh, by tests that run the screen's program in a window on a virtual display. A frame that was
# really presented is known by what it tells its supervisor, as systemd knows it.

kiosk=$(dirname "$kioskctl")/kiosk
export LIBGL_ALWAYS_SOFTWARE=1 MESA_SHADER_CACHE_DISABLE=true

# wait_for WHAT COMMAND...: until the command succeeds.
wait_for() {
  what=$1; shift
  tries=0
  until "$@" >/dev/null 2>&1; do
    tries=$((tries + 1))
    [ $tries -lt 600 ] || { tail -n 20 "$work/log" >&2; fail "waited a minute for $what"; }
    sleep 0.1
  done
}

frames() { grep -c 'WATCHDOG=1' "$work/frames" 2>/dev/null || true; }
has_frames() { [ "$(frames)" -ge "$1" ]; }
runs() { kill -0 "$screen" 2>/dev/null; }

# The program is alive and presents frames, three more from now on.
goes_on() {
  runs || { cat "$work/log" >&2; fail "the screen's program ended: $1"; }
  wait_for "frames: $1" has_frames $(($(frames) + 3))
  runs || { cat "$work/log" >&2; fail "the screen's program ended: $1"; }
}

# open_display WIDTHxHEIGHT
open_display() {
  mkfifo "$work/number"
  Xvfb -displayfd 3 -screen 0 "$1x24" -nolisten tcp 3>"$work/number" 2>/dev/null &
  later "kill $! 2>/dev/null"
  read -r display <"$work/number"
  export DISPLAY=":$display"
  unset WAYLAND_DISPLAY
}

# start_screen OPTION...: returns when its first frame is there.
start_screen() {
  rm -f "$work/notify" "$work/frames"
  python3 -B "$faults/frames.py" "$work/notify" "$work/frames" &
  listener=$!
  wait_for "the supervisor" [ -S "$work/notify" ]
  # Twice a second at the least: half of what the supervisor allows.
  NOTIFY_SOCKET="$work/notify" WATCHDOG_USEC=1000000 XDG_RUNTIME_DIR="$work" "$kiosk" "$@" 2>"$work/log" &
  screen=$!
  later "stop_screen"
  wait_for "the first frame" grep -q READY=1 "$work/frames"
}

stop_screen() {
  kill "$screen" "$listener" 2>/dev/null || true
  wait "$screen" "$listener" 2>/dev/null || true
}
