#!/usr/bin/env python3
"""What ten thousand kiosks ask of the one server or CDN that holds their repository, minute by minute, for a month.

usage: fleet_load.py [KIOSKS]

A model, with its assumptions as constants below: it compares three ways to choose the minute of the daily look, and says
how many requests and bytes a day come of it. platform/FLEET.md tells what follows from its result.
"""

import random
import sys
from collections import Counter

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


def after_power_on(start, end, own, generator, always_on):
    """OnBootSec=10min and OnUnitActiveSec=1d, RandomizedDelaySec=6h: drawn anew each day after power-on."""
    if always_on:
        return (own + generator.uniform(0, 360)) % DAY
    minute = start + 10 + generator.uniform(0, 360)
    return minute if minute < end else None


def simulate(choose, kiosks):
    generator = random.Random(1)
    looks, looked_days, waited = Counter(), 0, []
    total_bytes = Counter()
    for _ in range(kiosks):
        always_on, own = generator.random() < ALWAYS_ON, generator.uniform(0, DAY)
        have, missed = 0, 0
        for day in range(DAYS):
            start, end = on_time(generator, always_on)
            minute = choose(start, end, own, generator, always_on)
            if minute is None:
                missed += 1
                continue
            waited.append(missed)
            missed = 0
            looked_days += 1
            looks[day * DAY + int(minute)] += 1
            release = day // RELEASE_EVERY_DAYS
            total_bytes[day] += LOOK_BYTES
            if release > have:
                total_bytes[day] += DELTA_BYTES if release == have + 1 else WHOLE_BYTES
                looks[day * DAY + int(minute)] += NEWS_REQUESTS / LOOK_REQUESTS
                have = release
    requests = {minute: count * LOOK_REQUESTS for minute, count in looks.items()}
    return {
        "peak_per_minute": max(requests.values()),
        "per_day": sum(requests.values()) / DAYS,
        "bytes_usual_day": sorted(total_bytes.values())[DAYS // 2],
        "bytes_release_day": max(total_bytes.values()),
        "looked": looked_days / (kiosks * DAYS),
        "longest_silence": max(waited),
    }


def main():
    kiosks = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    print(f"{kiosks} kiosks, {DAYS} days, a release every {RELEASE_EVERY_DAYS} days")
    print(f"{'when a kiosk looks':28} {'peak/min':>9} {'requests/day':>13} {'usual day':>11} {'release day':>12} {'days looked':>12} {'longest gap':>12}")
    for choose in (fixed_hour, own_minute_with_catch_up, after_power_on):
        result = simulate(choose, kiosks)
        print(f"{choose.__name__.replace('_', ' '):28} {result['peak_per_minute']:9.0f} {result['per_day']:13.0f} "
              f"{result['bytes_usual_day'] / 1e6:8.1f} MB {result['bytes_release_day'] / 1e6:9.0f} MB "
              f"{result['looked']:11.1%} {result['longest_silence']:7} days")


if __name__ == "__main__":
    main()
