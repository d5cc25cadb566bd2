"""From the plug to the number that somebody came for."""

from machine import Failure
from reading import code_in, differs_within


def arabic_card(device, edition=0):
    """The taps that lead to the card of 116 in Arabic, found by the digits that the screens draw."""
    taps = ["language-ar", "section-help"]
    for node in device.visit(edition, *taps)[-1].tree["nodes"]:
        if node.get("phone", {}).get("drawn") == "116":
            return [*taps, "contact-" + node["id"].rsplit("-number-", 1)[0]]
    raise Failure("no 116 is drawn on the page of help")


def power_on_to_the_first_screen(device):
    device.machine.new_data_disk()
    seconds = device.start()
    device.machine.keep_picture("first_screen")
    return f"{seconds:.0f} s; bare boot: {device.bare_boot()}"


def a_visit_by_touch_in_arabic_to_116(device):
    device.up()
    taps = arabic_card(device)
    steps = device.visit(0, *taps)
    slowest = 0.0
    for number, identifier in enumerate(taps):
        device.machine.tap(*steps[number].middle_of(identifier))
        slowest = max(slowest, device.shows(steps[number + 1], f"what follows {identifier}"))
    device.machine.keep_picture("arabic_116")
    number = next(node for node in steps[-1].tree["nodes"] if "phone" in node)
    if number["phone"]["drawn"] != "116":
        raise Failure(f"the card draws {number['phone']['drawn']}")
    # The digits on the device's screen are, pixel by pixel, those that the program draws for 116 ...
    if (share := differs_within(device.machine.picture(), steps[-1].picture, number["rect_px"])) > 0.005:
        raise Failure(f"{share:.1%} of the number's pixels are not those of 116")
    # ... and a phone, which knows nothing of the program, reads the same number from the screen.
    # Not on the first page: a finger turns the page first, which the script would do by itself.
    while not device.visit(0, *taps)[-1].in_view("code-0"):
        taps.append("page-next")
        device.machine.tap(*steps[-1].middle_of("page-next"))
        steps = device.visit(0, *taps)
        device.shows(steps[-1], "the next page of the card")
    code = device.visit(0, *taps, "code-0")
    device.machine.tap(*steps[-1].middle_of("code-0"))
    device.shows(code[-1], "the code of the number")
    said = code_in(device.machine.keep_picture("arabic_116_code"))
    if said != "tel:116":
        raise Failure(f"a phone reads {said} from the screen, not 116")
    device.machine.tap(*code[-1].middle_of("leave"))
    seconds = device.shows(steps[0], "the first screen after leaving")
    return f"a phone reads {said}; slowest tap to picture {slowest:.1f} s, leaving {seconds:.1f} s"


def the_screen_has_no_network_and_no_rights(device):
    device.up()
    text = device.run('grep -E "^(Uid|NoNewPrivs|Seccomp|CapEff):" /proc/$(pidof kiosk)/status')
    facts = dict(line.split(":", 1) for line in text.splitlines() if ":" in line)
    if facts["NoNewPrivs"].strip() != "1" or facts["Seccomp"].strip() != "2":
        raise Failure(f"the screen's process is not in its sandbox: {text}")
    if int(facts["CapEff"], 16) != 0 or facts["Uid"].split()[0] == "0":
        raise Failure(f"the screen's process has rights: {text}")
    # Of its sockets, none is an internet one: it holds no inode that the tables of TCP and UDP list.
    text = device.run("for fd in /proc/$(pidof kiosk)/fd/*; do readlink $fd; done | sed -n 's/^socket:\\[\\(.*\\)\\]/\\1/p' | "
                      "while read inode; do awk -v inode=$inode '$10 == inode' /proc/net/tcp /proc/net/tcp6 /proc/net/udp; done; true")
    if text:
        raise Failure(f"the screen's process has a network socket: {text}")
    return ""


def the_system_disk_is_read_only(device):
    device.up()
    for place in ("/etc/written", "/usr/written", "/var/written"):
        if device.machine.shell(f"touch {place}")[0] == 0:
            raise Failure(f"{place} could be written")
    return ""


CASES = [
    power_on_to_the_first_screen,
    a_visit_by_touch_in_arabic_to_116,
    the_screen_has_no_network_and_no_rights,
    the_system_disk_is_read_only,
]
