#!/bin/sh
# What comes and goes while the screen's program runs in its full-screen window: a monitor that is switched off and on, and
# sound that is not there at all. The program goes on, fills the monitor again, and the log holds a sentence and no more.
# usage: devices_test.sh KIOSKCTL CONTENT
set -eu
faults=$(realpath "$(dirname "$0")")
. "$faults/office.sh"
needs Xvfb xrandr xdotool python3
open_office "$1" "$2"
. "$faults/screen.sh"
open_display 1280x800

window() { xdotool search --class kiosk | tail -1; }
geometry() { xdotool getwindowgeometry "$(window)" | grep -E 'Position|Geometry' | tr -s ' ' | cut -d' ' -f3 | tr '\n' ' '; }
fills_monitor() { [ "$(geometry)" = "0,0 1280x800 " ]; }

start_screen --store none --health health --built-in old_catalog
goes_on "its start"
wait_for "a window that fills the monitor" fills_monitor

for time in first second third; do
  xrandr --fb 1280x800 --output screen --off
  goes_on "without a monitor, the $time time"
  xrandr --output screen --auto
  goes_on "with its monitor again, the $time time"
  wait_for "a window that fills the monitor again" fills_monitor
done
xdotool mousemove 640 400 click 1
goes_on "a touch after the monitor came back"
echo "a monitor that goes and comes: borne"

if [ -e /proc/asound/cards ] && ! grep -q 'no soundcards' /proc/asound/cards; then
  echo "a machine without sound: not tried, this one has a sound card"
else
  # As long as the first attempts last that the program makes by itself: after 1, 2 and 4 seconds.
  sleep 8
  grep -q 'sound: the loudspeaker: Sound device "default" does not open' "$work/log" ||
    { cat "$work/log"; fail "the log does not say that there is no sound"; }
  [ "$(grep -ci 'sound\|alsa\|AL lib' "$work/log")" -le 2 ] || { cat "$work/log"; fail "the log is full of sound"; }
  echo "a machine without sound: one sentence for each way out"
fi
