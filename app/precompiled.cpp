// Nothing of its own: CMake precompiles the headers that are listed for it, and the rooms use the result.
