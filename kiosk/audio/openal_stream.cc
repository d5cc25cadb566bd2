#include "kiosk/audio/openal_stream.h"

// OpenAL Soft has a loopback device, through which the tests hear exactly what the mixer would have sent to a card. The
// price is a library made for games, so everything it would add (rooms, limiters, distance) is switched off here.
// Queueing buffers on one source gives gapless sound and a position in samples; stopping the source is silence at once.

#include <AL/al.h>
#include <AL/alc.h>
#include <AL/alext.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <deque>

#include "kiosk/audio/sink.h"
#include "kiosk/base/check.h"

namespace kiosk::audio {

namespace {

// Found by name, because a library without an extension must only cost sound, not the start of the program.
template <class Function>
Function extension(ALCdevice* device, const char* name) {
  return reinterpret_cast<Function>(alcGetProcAddress(device, name));
}

}  // namespace

struct OpenAlStream::State {
  ALCdevice* device = nullptr;
  ALCcontext* context = nullptr;
  PFNALCSETTHREADCONTEXTPROC set_thread_context = nullptr;
  LPALCRENDERSAMPLESSOFT render_samples = nullptr;
  LPALCDEVICEPAUSESOFT pause_device = nullptr;
  LPALCDEVICERESUMESOFT resume_device = nullptr;
  ALuint source = 0;
  ALuint buffers[kBlocks] = {};
  std::deque<ALuint> free;
  std::deque<size_t> queued;  // samples in each queued buffer, oldest first
  size_t done = 0;            // samples of buffers played to their end and taken back, since the last cut
  bool resting = false;

  ~State();
};

namespace {

// Makes a context the one that this thread's OpenAL calls mean, for as long as it lives. A thread that ended with a
// context set would leak it.
class Inside {
 public:
  explicit Inside(const auto& state) : set_(state.set_thread_context) { set_(state.context); }
  ~Inside() { set_(nullptr); }
  Inside(const Inside&) = delete;
  Inside& operator=(const Inside&) = delete;

 private:
  PFNALCSETTHREADCONTEXTPROC set_;
};

}  // namespace

OpenAlStream::State::~State() {
  if (context) {
    {
      Inside inside(*this);
      if (source) {
        alSourceStop(source);
        alSourcei(source, AL_BUFFER, 0);
        alDeleteSources(1, &source);
        alDeleteBuffers(kBlocks, buffers);
      }
    }
    alcDestroyContext(context);
  }
  if (device) alcCloseDevice(device);
}

OpenAlStream::OpenAlStream(std::unique_ptr<State> state) : state_(std::move(state)) {}
OpenAlStream::~OpenAlStream() = default;

std::unique_ptr<OpenAlStream> OpenAlStream::open_device(const std::string& name) {
  auto state = std::make_unique<State>();
  state->device = alcOpenDevice(name.empty() ? nullptr : name.c_str());
  // A hundred short periods a second rather than the default of fifty: what the device has already taken when a visitor
  // stops the voice is still heard, and three periods of 10 ms leave the 100 ms of R5 to spare.
  return start(std::move(state), {ALC_FREQUENCY, kSampleRate, ALC_REFRESH, 100});
}

std::unique_ptr<OpenAlStream> OpenAlStream::open_loopback() {
  auto state = std::make_unique<State>();
  if (!alcIsExtensionPresent(nullptr, "ALC_SOFT_loopback")) return nullptr;
  auto open = extension<LPALCLOOPBACKOPENDEVICESOFT>(nullptr, "alcLoopbackOpenDeviceSOFT");
  state->render_samples = extension<LPALCRENDERSAMPLESSOFT>(nullptr, "alcRenderSamplesSOFT");
  if (!open || !state->render_samples) return nullptr;
  state->device = open(nullptr);
  return start(std::move(state), {ALC_FORMAT_CHANNELS_SOFT, ALC_STEREO_SOFT, ALC_FORMAT_TYPE_SOFT, ALC_FLOAT_SOFT,
                                  ALC_FREQUENCY, kSampleRate});
}

std::unique_ptr<OpenAlStream> OpenAlStream::start(std::unique_ptr<State> state, std::vector<int> attributes) {
  if (!state->device) return nullptr;
  state->set_thread_context = extension<PFNALCSETTHREADCONTEXTPROC>(nullptr, "alcSetThreadContext");
  if (!state->set_thread_context) return nullptr;
  if (alcIsExtensionPresent(state->device, "ALC_SOFT_pause_device")) {
    state->pause_device = extension<LPALCDEVICEPAUSESOFT>(state->device, "alcDevicePauseSOFT");
    state->resume_device = extension<LPALCDEVICERESUMESOFT>(state->device, "alcDeviceResumeSOFT");
  }
  // Neither a room around the head nor a limiter with its look-ahead: speech was brought to its level before.
  attributes.insert(attributes.end(), {ALC_HRTF_SOFT, ALC_FALSE, ALC_OUTPUT_LIMITER_SOFT, ALC_FALSE, 0});
  state->context = alcCreateContext(state->device, attributes.data());
  if (!state->context) return nullptr;
  Inside inside(*state);
  alGetError();
  alGenSources(1, &state->source);
  if (alGetError() != AL_NO_ERROR) {
    state->source = 0;
    return nullptr;
  }
  alGenBuffers(kBlocks, state->buffers);
  if (alIsExtensionPresent("AL_SOFT_direct_channels")) alSourcei(state->source, AL_DIRECT_CHANNELS_SOFT, AL_TRUE);
  state->free.assign(std::begin(state->buffers), std::end(state->buffers));
  return std::unique_ptr<OpenAlStream>(new OpenAlStream(std::move(state)));
}

std::vector<std::string> OpenAlStream::device_names() {
  std::vector<std::string> names;
  bool all = alcIsExtensionPresent(nullptr, "ALC_ENUMERATE_ALL_EXT");
  const char* list = alcGetString(nullptr, all ? ALC_ALL_DEVICES_SPECIFIER : ALC_DEVICE_SPECIFIER);
  for (; list && *list; list += std::strlen(list) + 1) names.emplace_back(list);
  return names;
}

void OpenAlStream::collect() {
  ALint processed = 0;
  alGetSourcei(state_->source, AL_BUFFERS_PROCESSED, &processed);
  while (processed-- > 0) {
    ALuint buffer = 0;
    alSourceUnqueueBuffers(state_->source, 1, &buffer);
    state_->free.push_back(buffer);
    state_->done += state_->queued.front();
    state_->queued.pop_front();
  }
}

bool OpenAlStream::connected() {
  ALCint connected = ALC_TRUE;
  if (alcIsExtensionPresent(state_->device, "ALC_EXT_disconnect"))
    alcGetIntegerv(state_->device, ALC_CONNECTED, 1, &connected);
  return connected == ALC_TRUE;
}

int OpenAlStream::room() {
  Inside inside(*state_);
  collect();
  return static_cast<int>(state_->free.size());
}

void OpenAlStream::write(std::span<const int16_t> block) {
  KIOSK_CHECK(!state_->free.empty() && block.size() <= Sink::kBlock);
  if (block.empty()) return;
  Inside inside(*state_);
  int16_t both[2 * Sink::kBlock];
  for (size_t i = 0; i < block.size(); ++i) both[2 * i] = both[2 * i + 1] = block[i];
  ALuint buffer = state_->free.front();
  state_->free.pop_front();
  alBufferData(buffer, AL_FORMAT_STEREO16, both, static_cast<ALsizei>(block.size() * 2 * sizeof(int16_t)), kSampleRate);
  alSourceQueueBuffers(state_->source, 1, &buffer);
  state_->queued.push_back(block.size());
  if (state_->resting && state_->resume_device) state_->resume_device(state_->device);
  state_->resting = false;
  // A source that ran dry has stopped, with everything queued marked as played; take that back before it starts again.
  ALint playing = 0;
  alGetSourcei(state_->source, AL_SOURCE_STATE, &playing);
  if (playing == AL_PLAYING) return;
  if (playing == AL_STOPPED) {
    // Only what was queued before this block has been heard.
    while (state_->queued.size() > 1) {
      ALuint old = 0;
      alSourceUnqueueBuffers(state_->source, 1, &old);
      state_->free.push_back(old);
      state_->done += state_->queued.front();
      state_->queued.pop_front();
    }
  }
  alSourcePlay(state_->source);
}

size_t OpenAlStream::played() {
  Inside inside(*state_);
  collect();
  ALint state = AL_STOPPED, offset = 0;
  alGetSourcei(state_->source, AL_SOURCE_STATE, &state);
  if (state == AL_PLAYING) alGetSourcei(state_->source, AL_SAMPLE_OFFSET, &offset);
  return state_->done + static_cast<size_t>(offset);
}

void OpenAlStream::cut() {
  Inside inside(*state_);
  alSourceStop(state_->source);
  alSourcei(state_->source, AL_BUFFER, 0);
  state_->free.assign(std::begin(state_->buffers), std::end(state_->buffers));
  state_->queued.clear();
  state_->done = 0;
}

void OpenAlStream::set_gain(float gain) {
  Inside inside(*state_);
  alSourcef(state_->source, AL_GAIN, gain);
}

void OpenAlStream::rest() {
  if (state_->resting || !state_->pause_device) return;
  state_->pause_device(state_->device);
  state_->resting = true;
}

std::vector<int16_t> OpenAlStream::render(size_t samples) {
  KIOSK_CHECK(state_->render_samples != nullptr);
  Inside inside(*state_);
  // As floating point, because OpenAL adds noise when it rounds to 16 bits, and silence must be measurable.
  std::vector<float> both(2 * samples);
  std::vector<int16_t> left(samples);
  state_->render_samples(state_->device, both.data(), static_cast<ALCsizei>(samples));
  for (size_t i = 0; i < samples; ++i)
    left[i] = static_cast<int16_t>(std::lround(std::clamp(both[2 * i] * 32768.0f, -32768.0f, 32767.0f)));
  return left;
}

}  // namespace kiosk::audio
