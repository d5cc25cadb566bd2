// The graphics card of the emulated PC has a lamp behind its panel, as that of a laptop has (ACPI 6.5, appendix B).
// Linux's "video" makes /sys/class/backlight/acpi_video0 of it.
DefinitionBlock ("", "SSDT", 2, "KIOSK", "LAMP", 1)
{
    External (\_SB.PCI0, DeviceObj)
    Scope (\_SB.PCI0)
    {
        Device (CARD)
        {
            Name (_ADR, 0x001C0000)  // as machine.py places it
            Method (_DOS, 1) { }
            Method (_DOD) { Return (Package () { 0x80010400 }) }
            Device (LCD)
            {
                Name (_ADR, 0x0400)
                Name (LEVL, 100)
                Method (_BCL) { Return (Package () { 100, 50, 10, 50, 100 }) }
                Method (_BCM, 1) { LEVL = Arg0 }
                Method (_BQC) { Return (LEVL) }
            }
        }
    }
}
