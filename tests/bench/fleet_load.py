#!/usr/bin/env python3
"""What ten thousand kiosks ask of the one server or CDN that holds their repository, minute by minute, for a month.

usage: fleet_load.py [KIOSKS]
       fleet_load.py --check FILE    exit 1 unless FILE (platform/FLEET.md) holds every line of the table

A model, with its assumptions as constants below: it compares ways to choose the minute of the daily look, and says how
many requests and bytes a day come of it. The generator is seeded: the same numbers come out on every machine.
platform/FLEET.md holds its table and tells what follows from it.
"""

import random
import sys
from collections import Counter

KIOSKS = 10_000
DAYS = 30
OPEN_HOUR, OPEN_HOURS = 8, 9  # switched on at eight, give or take a quarter of an hour; off in the evening
ON_SPREAD_MINUTES = 15
ALWAYS_ON = 0.2  # of the kiosks: never switched off
POWER_FAILS = 0.1  # of the days: the power goes for good at a random hour of that day

# A look that finds nothing new: the next root (absent), the timestamp. A look that finds a release, one a week: also
# snapshot, targets of two delegations, and content by delta for those one release behind, whole for the others.
LOOK_REQUESTS, LOOK_BYTES = 2, 1_200
RELEASE_EVERY_DAYS = 7
NEWS_REQUESTS, DELTA_BYTES, WHOLE_BYTES = 6, 150_000, 5_300_000

DAY = 24 * 60


def on_time(generator, always_on):
    """The minutes of one day from which and until which a kiosk has power."""
    if always_on:
        start, end = 0, DAY
    else:
        start = OPEN_HOUR * 60 + generator.uniform(-ON_SPREAD_MINUTES, ON_SPREAD_MINUTES)
        end = start + OPEN_HOURS * 60
    if generator.random() < POWER_FAILS:
        end = generator.uniform(start, end)
    return start, end


def fixed_hour(start, end, own, generator, always_on):
    """Every kiosk at two in the morning; one that was off then, at power-on."""
    return 120 if start <= 120 < end else start


def own_minute_with_catch_up(start, end, own, generator, always_on):
    """systemd's OnCalendar=daily, RandomizedDelaySec=24h, FixedRandomDelay=, Persistent=: a minute for each kiosk, for
    good; one that was off then, at power-on."""
    return own if start <= own < end else start


def after_power_on(spread):
    """OnBootSec=10min and OnUnitActiveSec=1d, RandomizedDelaySec=`spread` minutes: drawn again after each power-on."""

    def choose(start, end, own, generator, always_on):
        if always_on:
            return (own + generator.uniform(0, spread)) % DAY
        minute = start + 10 + generator.uniform(0, spread)
        return minute if minute < end else None

    return choose


# As platform/systemd/kiosk-update.timer does it: the six hours.
WAYS = [
    ("two in the morning, or at power-on", fixed_hour),
    ("a minute of its own for good, or at power-on", own_minute_with_catch_up),
    ("ten minutes after power-on", after_power_on(0)),
    ("some time in the hour after that", after_power_on(60)),
    ("some time in the three hours after that", after_power_on(180)),
    ("**some time in the six hours after that**", after_power_on(360)),
]


def simulate(choose, kiosks):
    generator = random.Random(1)
    requests, bytes_a_minute, bytes_a_day = Counter(), Counter(), Counter()
    looked, longest_gap = 0, 0
    for _ in range(kiosks):
        always_on, own = generator.random() < ALWAYS_ON, generator.uniform(0, DAY)
        have, missed = 0, 0
        for day in range(DAYS):
            start, end = on_time(generator, always_on)
            minute = choose(start, end, own, generator, always_on)
            if minute is None:
                missed += 1
                longest_gap = max(longest_gap, missed)
                continue
            missed = 0
            looked += 1
            release = day // RELEASE_EVERY_DAYS
            asked, taken = LOOK_REQUESTS, LOOK_BYTES
            if release > have:
                asked += NEWS_REQUESTS
                taken += DELTA_BYTES if release == have + 1 else WHOLE_BYTES
                have = release
            requests[day * DAY + int(minute)] += asked
            bytes_a_minute[day * DAY + int(minute)] += taken
            bytes_a_day[day] += taken
    return {
        "peak_requests": max(requests.values()),
        "peak_megabits": max(bytes_a_minute.values()) * 8 / 60 / 1e6,
        "requests_a_day": sum(requests.values()) / DAYS,
        "usual_day": sorted(bytes_a_day.values())[DAYS // 2],
        "release_day": max(bytes_a_day.values()),
        "looked": looked / (kiosks * DAYS),
        "longest_gap": longest_gap,
    }


def table(kiosks):
    yield ("| when a kiosk looks | most requests a minute | most Mbit/s | requests a day | usual day "
           "| day of a release | days on which it looked | longest gap |")
    yield "|---|---|---|---|---|---|---|---|"
    for name, choose in WAYS:
        result = simulate(choose, kiosks)
        yield (f"| {name} | {result['peak_requests']:,.0f} | {result['peak_megabits']:,.0f} "
               f"| {result['requests_a_day']:,.0f} | {result['usual_day'] / 1e6:.0f} MB "
               f"| {result['release_day'] / 1e6:,.0f} MB | {result['looked']:.1%} | {result['longest_gap']} days |")


def main():
    if sys.argv[1:2] == ["--check"]:
        page = open(sys.argv[2], encoding="utf-8").read().splitlines()
        missing = [line for line in table(KIOSKS) if line not in page]
        print("\n".join([f"{sys.argv[2]} lacks:"] + missing) if missing else "The page holds what the model computes.")
        sys.exit(1 if missing else 0)
    for line in table(int(sys.argv[1]) if len(sys.argv) > 1 else KIOSKS):
        print(line)


if __name__ == "__main__":
    main()
