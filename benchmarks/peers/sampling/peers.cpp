// C++ peers of the draw: 1.03 M subjects, tiers 5/25/70 %, weights 8/3/1. Prints "name<TAB>k<TAB>CPU ms" (median of 7).
// None but the last draws what anybody else could repeat; the last is the same hash as ours, with the processor's SHA instructions.
#include <immintrin.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <functional>
#include <queue>
#include <vector>

namespace {

constexpr int N = 1'030'000;

struct Xoshiro {  // xoshiro256++
    uint64_t s[4] = {0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB, 0x2545F4914F6CDD1D};
    static uint64_t rotate(uint64_t x, int k) { return (x << k) | (x >> (64 - k)); }
    uint64_t next() {
        const uint64_t result = rotate(s[0] + s[3], 23) + s[0], t = s[1] << 17;
        s[2] ^= s[0]; s[3] ^= s[1]; s[1] ^= s[2]; s[0] ^= s[3]; s[2] ^= t; s[3] = rotate(s[3], 45);
        return result;
    }
    double uniform() { return (static_cast<double>(next() >> 11) + 0.5) * 0x1p-53; }
};

Xoshiro rng;
std::vector<double> weights(N);
std::vector<int> tiers(N);
std::vector<uint8_t> ids(static_cast<size_t>(N) * 18);
volatile uint64_t sink;

void exponential_clock(int k) {
    std::vector<std::pair<double, int>> keys(N);
    for (int i = 0; i < N; i++) keys[i] = {-std::log(rng.uniform()) / weights[i], i};
    std::nth_element(keys.begin(), keys.begin() + k, keys.end());
    sink = keys[0].second;
}

void a_res(int k) {
    using Entry = std::pair<double, int>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> heap;
    for (int i = 0; i < N; i++) {
        const double key = std::log(rng.uniform()) / weights[i];
        if (static_cast<int>(heap.size()) < k) heap.push({key, i});
        else if (key > heap.top().first) { heap.pop(); heap.push({key, i}); }
    }
    sink = heap.top().second;
}

void stratified(int k) {
    int left[3] = {}, want[3];
    double sum = 0;
    for (int i = 0; i < N; i++) { left[tiers[i]]++; sum += weights[i]; }
    const double weight_of[3] = {8, 3, 1};
    for (int t = 0; t < 3; t++) want[t] = static_cast<int>(k * weight_of[t] * left[t] / sum);
    std::vector<int> drawn;
    drawn.reserve(k);
    for (int i = 0; i < N; i++) {
        const int t = tiers[i];
        if (rng.uniform() * left[t]-- < want[t]) { want[t]--; drawn.push_back(i); }
    }
    sink = drawn.size();
}

alignas(16) constexpr uint32_t K[64] = {
    0x428a2f98,0x71374491,0xb5c0fbcf,0xe9b5dba5,0x3956c25b,0x59f111f1,0x923f82a4,0xab1c5ed5,0xd807aa98,0x12835b01,0x243185be,0x550c7dc3,
    0x72be5d74,0x80deb1fe,0x9bdc06a7,0xc19bf174,0xe49b69c1,0xefbe4786,0x0fc19dc6,0x240ca1cc,0x2de92c6f,0x4a7484aa,0x5cb0a9dc,0x76f988da,
    0x983e5152,0xa831c66d,0xb00327c8,0xbf597fc7,0xc6e00bf3,0xd5a79147,0x06ca6351,0x14292967,0x27b70a85,0x2e1b2138,0x4d2c6dfc,0x53380d13,
    0x650a7354,0x766a0abb,0x81c2c92e,0x92722c85,0xa2bfe8a1,0xa81a664b,0xc24b8b70,0xc76c51a3,0xd192e819,0xd6990624,0xf40e3585,0x106aa070,
    0x19a4c116,0x1e376c08,0x2748774c,0x34b0bcb5,0x391c0cb3,0x4ed8aa4a,0x5b9cca4f,0x682e6ff3,0x748f82ee,0x78a5636f,0x84c87814,0x8cc70208,
    0x90befffa,0xa4506ceb,0xbef9a3f7,0xc67178f2};

// First 8 bytes of SHA-256 of one padded block, big-endian.
uint64_t top64(const uint8_t* block) {
    const __m128i swap = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
    __m128i abef = _mm_set_epi32(0x6a09e667, static_cast<int>(0xbb67ae85), 0x510e527f, static_cast<int>(0x9b05688c));
    __m128i cdgh = _mm_set_epi32(0x3c6ef372, static_cast<int>(0xa54ff53a), 0x1f83d9ab, 0x5be0cd19);
    __m128i w[4];
    for (int i = 0; i < 4; i++) w[i] = _mm_shuffle_epi8(_mm_loadu_si128(reinterpret_cast<const __m128i*>(block) + i), swap);
    for (int i = 0; i < 16; i++) {
        const __m128i wk = _mm_add_epi32(w[0], _mm_load_si128(reinterpret_cast<const __m128i*>(K) + i));
        cdgh = _mm_sha256rnds2_epu32(cdgh, abef, wk);
        abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(wk, 0x0e));
        const __m128i mixed = _mm_add_epi32(_mm_sha256msg1_epu32(w[0], w[1]), _mm_alignr_epi8(w[3], w[2], 4));
        const __m128i next = _mm_sha256msg2_epu32(mixed, w[3]);
        w[0] = w[1]; w[1] = w[2]; w[2] = w[3]; w[3] = next;
    }
    const uint32_t a = 0x6a09e667u + static_cast<uint32_t>(_mm_extract_epi32(abef, 3));
    const uint32_t b = 0xbb67ae85u + static_cast<uint32_t>(_mm_extract_epi32(abef, 2));
    return (static_cast<uint64_t>(a) << 32) | b;
}

void sha_ni_loop(int) {
    uint8_t block[64] = {};
    memset(block, 7, 32);
    block[50] = 0x80;
    block[62] = 400 >> 8; block[63] = 400 & 255;
    uint64_t sum = 0;
    for (int i = 0; i < N; i++) {
        memcpy(block + 32, &ids[static_cast<size_t>(i) * 18], 18);
        sum += top64(block);
    }
    sink = sum;
}

double cpu_ms() { return 1000.0 * std::clock() / CLOCKS_PER_SEC; }

void measure(const char* name, const std::function<void(int)>& draw, int k) {
    std::vector<double> times;
    for (int run = 0; run < 7; run++) {
        const double start = cpu_ms();
        draw(k);
        times.push_back(cpu_ms() - start);
    }
    std::sort(times.begin(), times.end());
    std::printf("%s\t%d\t%.1f\n", name, k, times[times.size() / 2]);
}

}  // namespace

int main() {
    for (int i = 0; i < N; i++) {
        const int m = i % 20;
        tiers[i] = m == 0 ? 0 : m <= 5 ? 1 : 2;
        weights[i] = m == 0 ? 8 : m <= 5 ? 3 : 1;
        char text[20];
        std::snprintf(text, sizeof text, "91330700MA%08d", i);
        memcpy(&ids[static_cast<size_t>(i) * 18], text, 18);
    }
    // "abc": the instructions do what they should, before anything is timed.
    uint8_t abc[64] = {'a', 'b', 'c', 0x80};
    abc[63] = 24;
    if (top64(abc) != 0xba7816bf8f01cfeaULL) { std::fprintf(stderr, "SHA-256 is wrong\n"); return 1; }
    for (const int k : {30'900, 103'000}) {
        measure("C++ exponential clock, nth_element", exponential_clock, k);
        measure("C++ A-Res heap", a_res, k);
        measure("C++ stratified selection sampling", stratified, k);
    }
    measure("C++ SHA instructions, one hash a subject", sha_ni_loop, 0);
}
