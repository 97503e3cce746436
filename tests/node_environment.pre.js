// Lets WebAssembly under Node see the environment, as a native test does.
Module.preRun = [() => { Object.assign(ENV, process.env); }];
