using FetchHive;
using FetchHive.Emulator;

await using FetchHiveEmulator hive = await FetchHiveEmulator.StartAsync(hive => hive
    .Deploy("greeting", "production", start => start.TakesText("name").Returns(inputs => $"Hello {inputs["name"]}")));

using var client = new FetchHiveClient(new FetchHiveOptions { ApiKey = hive.ApiKey, BaseAddress = hive.BaseAddress });
Console.WriteLine(await IGreeting.Create(client).RunAsync("Ada"));

[FetchHiveDeployment("greeting", "production")]
public partial interface IGreeting
{
    Task<string> RunAsync(string name, CancellationToken cancellationToken = default);
}
