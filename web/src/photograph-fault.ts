// Why a photograph cannot be taken in, as numbers; what is said of it is the app's business.

/** As PhotographFault of platform/window.h. */
export const Fault = { noPicture: 0, tooLarge: 1, noMemory: 2 } as const;
