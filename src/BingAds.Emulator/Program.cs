using BingAds.Emulator;

return await EmulatorProgram.RunAsync(args, Console.Out, Console.Error);
