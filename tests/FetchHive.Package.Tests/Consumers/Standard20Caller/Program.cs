using FetchHive;
using Standard20Library;

using var client =
    new FetchHiveClient(new FetchHiveOptions { BaseAddress = new Uri(Environment.GetEnvironmentVariable("EMULATOR_ADDRESS")!) });
Brief brief = await Researcher.RunAsync(client);
Console.WriteLine($"{brief.Title}: {brief.Findings.Count} finding, {brief.WordCount} words");
Console.WriteLine($"{Researcher.Failure().Message} May have run: {Researcher.Failure().MayHaveRun}");
