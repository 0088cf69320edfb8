// Tells ThreadSanitizer of Swift's `Mutex`, loaded before the tests' own libraries.
//
// What `Mutex` does where no thread waits is inlined into its callers, and so seen. Where one waits, functions of the standard
// library hand the mutex over within the kernel; the library isn't instrumented, and without the lines below everything that
// such a mutex guards would be reported.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

// Null in programs without the sanitizer, which tests may start.
__attribute__((weak)) void __tsan_acquire(void *address);
__attribute__((weak)) void __tsan_release(void *address);

#define METHOD __attribute__((swiftcall))
#define SELF __attribute__((swift_context))

// _MutexHandle._lockSlow(UInt32), ._unlockSlow() and ._tryLockSlow() -> Bool of module Synchronization.
#define LOCK "$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF"
#define UNLOCK "$s15Synchronization12_MutexHandleV11_unlockSlowyyF"
#define TRY_LOCK "$s15Synchronization12_MutexHandleV12_tryLockSlowSbyF"

static void *following(const char *symbol) {
  void *function = dlsym(RTLD_NEXT, symbol);
  if (!function) abort();
  return function;
}

METHOD void lock(uint32_t thread, SELF void *mutex) __asm__(LOCK);
METHOD void lock(uint32_t thread, SELF void *mutex) {
  METHOD void (*original)(uint32_t, SELF void *) = following(LOCK);
  original(thread, mutex);
  if (__tsan_acquire) __tsan_acquire(mutex);
}

METHOD void unlock(SELF void *mutex) __asm__(UNLOCK);
METHOD void unlock(SELF void *mutex) {
  METHOD void (*original)(SELF void *) = following(UNLOCK);
  if (__tsan_release) __tsan_release(mutex);
  original(mutex);
}

METHOD bool try_lock(SELF void *mutex) __asm__(TRY_LOCK);
METHOD bool try_lock(SELF void *mutex) {
  METHOD bool (*original)(SELF void *) = following(TRY_LOCK);
  bool locked = original(mutex);
  if (locked && __tsan_acquire) __tsan_acquire(mutex);
  return locked;
}
