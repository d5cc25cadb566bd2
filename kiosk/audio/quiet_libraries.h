// Keeps the sound libraries off standard error, which goes to the journal. On a machine without a sound card they write
// some fifteen lines at each attempt to open a device, and the attempts never end; DeviceSink tells staff what they
// need to know in one sentence. Also keeps OpenAL from JACK, which writes files before it knows whether there is a
// server.
#pragma once

namespace kiosk::audio {

// For the whole process. Call it before a device is opened or listed, as often as you like, on the thread that starts
// the others: it sets environment variables. To look for a fault in the libraries, set $ALSOFT_LOGLEVEL: it wins.
void quieten_libraries();

}  // namespace kiosk::audio
