/** How big Harper is: what people are told before they ask for it. A test holds both to the installed package. */

/** Bytes of its WebAssembly, unpacked: what has to be read before it can speak. */
export const ENGINE_BYTES = 15_935_196

/** Bytes that travel: compressed as our server does. */
export const TRAVEL_BYTES = 7_450_000
