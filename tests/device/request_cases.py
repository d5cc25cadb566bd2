"""What the screen may ask of the machine in the name of staff: a file in its folder, and what systemd does about it."""

from machine import Failure
from stick_cases import at_edition

FOLDER = "/run/kiosk-requests"


def ask(device, request):
    """As the screen does; waits until the file was taken away."""
    device.run(f"runuser -u kiosk -- touch {FOLDER}/{request}")
    device.waits_for(f"[ ! -e {FOLDER}/{request} ]", f"that the request {request} is heard")


def the_content_before_comes_back_at_the_request_of_staff(device):
    at_edition(device, 2)
    ask(device, "rollback")
    return f"{device.shows(device.first(1), 'the content before', 120):.0f} s"


def the_screen_starts_anew_at_the_request_of_staff(device):
    device.up()
    before = device.screen_starts()
    ask(device, "restart")
    device.new_screen_after(before)
    device.shows(device.first(), "the first screen of a new screen", 120)
    if device.run("ls /run/kiosk-recovery/ends 2>&- || true"):
        raise Failure("a restart that was asked for counts as a fault")
    return ""


def new_content_is_looked_for_at_the_request_of_staff(device):
    device.up()
    before = len(device.machine.log())
    ask(device, "update")
    # It waits for a network first, as long as systemd thinks fit.
    device.machine.wait_for("(Finished|Failed to start) kiosk-update", 300, before)
    return device.log_of("kiosk-update.service").splitlines()[-1]


def content_past_its_date_needs_the_settings_leave(device):
    """That the last update ended by its date is written by hand: without a network this machine's clock is not synchronised,
    and then nothing is refused by its date."""
    at_edition(device, 1)
    device.run("sed -i 's/\"code\": *0/\"code\": 8/' /var/lib/kiosk/status/outcome.json && grep -q '\"code\": 8' "
               "/var/lib/kiosk/status/outcome.json")
    before = len(device.machine.log())
    ask(device, "expired")
    device.machine.wait_for("Failed to start kiosk-request-expired", 120, before)
    if "was not allowed" not in device.log_of("kiosk-request-expired.service"):
        raise Failure(f"the journal says: {device.log_of('kiosk-request-expired.service')}")
    device.configure("s/^may_accept_expired = false/may_accept_expired = true/")
    before = len(device.machine.log())
    ask(device, "expired")
    device.machine.wait_for("Finished kiosk-request-expired", 120, before)
    if "holds for fifteen minutes" not in device.log_of("kiosk-request-expired.service"):
        raise Failure(f"the journal says: {device.log_of('kiosk-request-expired.service')}")
    return ""


def the_machine_restarts_at_the_request_of_staff(device):
    device.up()
    boot = device.run("cat /proc/sys/kernel/random/boot_id")
    before = len(device.machine.log())
    device.run(f"runuser -u kiosk -- touch {FOLDER}/reboot")
    device.machine.wait_for("Reached target .*reboot.target|reboot: Restarting system", 120, before)
    device.machine.wait_for("Started kiosk.service", 600, len(device.machine.log()))
    device.shows(device.first(), "the first screen after the restart", 300)
    if device.run("cat /proc/sys/kernel/random/boot_id") == boot:
        raise Failure("the machine did not restart")
    return ""


CASES = [
    the_content_before_comes_back_at_the_request_of_staff,
    the_screen_starts_anew_at_the_request_of_staff,
    new_content_is_looked_for_at_the_request_of_staff,
    content_past_its_date_needs_the_settings_leave,
    the_machine_restarts_at_the_request_of_staff,
]
