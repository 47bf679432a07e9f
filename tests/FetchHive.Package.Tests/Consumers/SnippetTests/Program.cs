using FetchHive;
using FetchHive.Emulator;
using SnippetLibrary;

// Like a test project: the snippets of the referenced project are beside this application.
await using FetchHiveEmulator hive = await FetchHiveEmulator.StartAsync(hive => hive.DeploySnippets());
using FetchHiveClient client = new(new FetchHiveOptions { ApiKey = hive.ApiKey, BaseAddress = hive.BaseAddress });
Console.WriteLine(await IResearchBrief.Create(client).RunAsync("bees"));
