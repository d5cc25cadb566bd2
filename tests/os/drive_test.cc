// Which drive a folder lies on, by the kernel's own files as they were made up here.
#include "kiosk/os/drive.h"

#include <doctest/doctest.h>

#include "tests/support/temporary_folder.h"

namespace kiosk::os {
namespace {

namespace fs = std::filesystem;

// A computer with a disk sda in two parts, and whatever is plugged in.
struct Computer {
  Computer() {
    drive("pci0000:00/ata1/host0/block/sda", "8:0", "0", "", "Disk");
    part("pci0000:00/ata1/host0/block/sda/sda1", "8:1");
    part("pci0000:00/ata1/host0/block/sda/sda2", "8:2");
    mount("8:1", "/", "ext4");
  }

  void drive(const std::string& path, const std::string& number, const std::string& removable,
             const std::string& vendor, const std::string& model) {
    const fs::path at = sys / "devices" / path;
    fs::create_directories(at / "device");
    test::write_file(at / "removable", removable + "\n");
    test::write_file(at / "device/vendor", vendor + "   \n");
    test::write_file(at / "device/model", model + "\n");
    link(path, number);
  }
  void part(const std::string& path, const std::string& number) {
    fs::create_directories(sys / "devices" / path);
    test::write_file(sys / "devices" / path / "partition", "1\n");
    link(path, number);
  }
  void link(const std::string& path, const std::string& number) {
    fs::create_directories(sys / "dev/block");
    fs::create_symlink(sys / "devices" / path, sys / "dev/block" / number);
  }
  void mount(const std::string& number, const std::string& at, const std::string& type) {
    mounts += "36 35 " + number + " / " + at + " rw,noatime master:1 - " + type + " /dev/x rw\n";
  }
  // With a folder of its own mounted so.
  Drive stick_on(const std::string& number, const std::string& type) {
    fs::create_directories(folder / "my stick");
    std::string at = fs::canonical(folder / "my stick").string();
    at.replace(at.find(' '), 1, "\\040");
    mount(number, at, type);
    auto found = ask(folder / "my stick");
    REQUIRE_MESSAGE(found.ok(), found.error().message);
    return *found;
  }
  Result<Drive> ask(const fs::path& where) {
    test::write_file(folder / "mountinfo", mounts);
    return drive_of(where, {sys, folder / "mountinfo"});
  }

  test::TemporaryFolder folder;
  fs::path sys = folder / "sys";
  std::string mounts;
};

TEST_CASE("a stick, a disk on USB and a card are removable, by their own word or by their cable") {
  for (const auto& row :
       {std::pair("pci0000:00/usb1/1-1/host2/block/sdb", "1"), std::pair("pci0000:00/usb1/1-1/host2/block/sdb", "0"),
        std::pair("platform/mmc_host/mmc1/block/mmcblk1", "0"), std::pair("pci0000:00/ata2/host3/block/sr0", "1")}) {
    const auto& path = row.first;
    const auto& removable = row.second;
    Computer computer;
    computer.drive(path, "8:16", removable, "SanDisk", "Cruzer");
    computer.part(std::string(path) + "/sdb1", "8:17");
    Drive drive = computer.stick_on("8:17", "vfat");
    CHECK_MESSAGE(drive.kind == DriveKind::removable, path);
    const auto plugged_in = removable_drives({computer.sys, computer.folder / "mountinfo"});
    REQUIRE(plugged_in.size() == 1);
    CHECK(in_words(plugged_in.front()) == in_words(drive));
    CHECK(in_words(drive) == "a removable drive (SanDisk Cruzer, vfat), mounted at " +
                                 fs::canonical(computer.folder / "my stick").string());
  }
}

TEST_CASE("the disk of the system is no stick, in any of its parts, though it were a card") {
  CHECK(Computer().stick_on("8:2", "ext4").kind == DriveKind::computer);
  Computer pi;
  pi.drive("platform/mmc_host/mmc0/block/mmcblk0", "179:0", "0", "", "");
  pi.part("platform/mmc_host/mmc0/block/mmcblk0/mmcblk0p1", "179:1");
  pi.part("platform/mmc_host/mmc0/block/mmcblk0/mmcblk0p2", "179:2");
  pi.mount("179:2", "/", "ext4");
  CHECK(pi.stick_on("179:1", "vfat").kind == DriveKind::computer);
}

TEST_CASE("a second disk that is built in, memory and what the kernel does not know are told from a stick") {
  Computer computer;
  computer.drive("pci0000:00/nvme0/block/nvme0n1", "259:0", "0", "", "Fast");
  CHECK(computer.stick_on("259:0", "ext4").kind == DriveKind::computer);
  CHECK(Computer().stick_on("0:40", "tmpfs").kind == DriveKind::memory);
  CHECK(Computer().stick_on("0:41", "overlay").kind == DriveKind::computer);
  CHECK(Computer().stick_on("0:42", "nfs4").kind == DriveKind::network);
}

TEST_CASE(
    "a stick with a pass phrase is a stick, and the encrypted disk of the system is the system's in all its parts") {
  auto layer = [](Computer& computer, const std::string& number, const std::string& below) {
    const fs::path at = computer.sys / "devices/virtual/block/dm-" / number;
    fs::create_directories(at / "slaves");
    fs::create_symlink(computer.sys / "devices" / below, at / "slaves/below");
    computer.link("virtual/block/dm-/" + number, number);
  };
  Computer office;
  office.drive("pci0000:00/usb1/block/sdb", "8:16", "1", "SanDisk", "Cruzer");
  office.part("pci0000:00/usb1/block/sdb/sdb1", "8:17");
  layer(office, "253:1", "pci0000:00/usb1/block/sdb/sdb1");
  Drive stick = office.stick_on("253:1", "ext4");
  CHECK(stick.kind == DriveKind::removable);
  CHECK(stick.maker == "SanDisk Cruzer");

  Computer from_usb;  // a system that is started from a disk on USB
  from_usb.mounts.clear();
  from_usb.drive("pci0000:00/usb1/block/sdb", "8:16", "0", "", "");
  from_usb.part("pci0000:00/usb1/block/sdb/sdb1", "8:17");
  from_usb.part("pci0000:00/usb1/block/sdb/sdb2", "8:18");
  layer(from_usb, "253:0", "pci0000:00/usb1/block/sdb/sdb2");
  from_usb.mount("253:0", "/", "ext4");
  CHECK(from_usb.stick_on("8:17", "vfat").kind == DriveKind::computer);
}

TEST_CASE("a folder where a stick should be mounted and is not lies on the disk of the computer") {
  Computer computer;
  auto drive = computer.ask(computer.folder.path());
  REQUIRE(drive.ok());
  CHECK(drive->kind == DriveKind::computer);
  CHECK(drive->mounted_at == "/");
  CHECK(removable_drives({computer.sys, computer.folder / "mountinfo"}).empty());
  CHECK(computer.ask(computer.folder / "none").error().code == Code::not_found);
  test::write_file(computer.folder / "file", "x");
  CHECK(computer.ask(computer.folder / "file").error().code == Code::not_found);
}

TEST_CASE("a name that begins like a mounted folder's is another folder, and the later mount lies on top") {
  Computer computer;
  computer.drive("pci0000:00/usb1/block/sdb", "8:16", "1", "", "");
  fs::create_directories(computer.folder / "stick2");
  computer.mount("8:16", fs::canonical(computer.folder.path()).string() + "/stick", "vfat");
  CHECK(computer.ask(computer.folder / "stick2")->kind == DriveKind::computer);
  computer.mount("8:2", fs::canonical(computer.folder / "stick2").string(), "ext4");
  computer.mount("8:16", fs::canonical(computer.folder / "stick2").string(), "vfat");
  CHECK(computer.ask(computer.folder / "stick2")->kind == DriveKind::removable);
}

}  // namespace
}  // namespace kiosk::os
