#pragma warning disable CS0436 // The types of Shared.cs are this project's.
using FetchHive;
using Shared;

string address = Environment.GetEnvironmentVariable("EMULATOR_ADDRESS")!;
using var client = new FetchHiveClient(new FetchHiveOptions { BaseAddress = new Uri(address) });
SharedBrief brief = await IShared.Create(client).RunAsync("bees", [new SharedCompany("Acme")]);
Console.WriteLine($"{brief.Title}: {brief.Findings[0].Claim}");
Console.WriteLine(await PrivateLibrary.Briefs.RunAsync(address, "hives"));
