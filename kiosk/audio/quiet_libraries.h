// Keeps the libraries of sound from standard error, which is the journal. On a machine without a sound card they write
// some fifteen lines at each attempt to open a device, that is for ever; what staff need to know, DeviceSink says in
// one sentence.
#pragma once

namespace kiosk::audio {

// For the whole process; to be called before a device is opened or asked for, as often as one likes, and by the thread
// that starts the others: it sets an environment variable. Whoever looks for a fault in the libraries themselves sets
// $ALSOFT_LOGLEVEL, and hears all of it again.
void quieten_libraries();

}  // namespace kiosk::audio
