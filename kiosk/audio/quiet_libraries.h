// Keeps the libraries of sound from standard error, which is the journal. On a machine without a sound card they write
// some fifteen lines at each attempt to open a device, that is for ever; what staff need to know, DeviceSink says in
// one sentence. And keeps OpenAL from JACK, which writes files before it knows whether there is a server.
#pragma once

namespace kiosk::audio {

// For the whole process; to be called before a device is opened or asked for, as often as one likes, and by the thread
// that starts the others: it sets environment variables. To look for a fault in the libraries themselves, set
// $ALSOFT_LOGLEVEL: it is left alone, and they say all of it again.
void quieten_libraries();

}  // namespace kiosk::audio
