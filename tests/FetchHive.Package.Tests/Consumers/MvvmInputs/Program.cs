using CommunityToolkit.Mvvm.ComponentModel;
using FetchHive;
using FetchHive.Emulator;

await using FetchHiveEmulator hive = await FetchHiveEmulator.StartAsync(hive => hive
    .Deploy("research-brief", "production", start => start
        .TakesAnyValue("company")
        .Returns(_ => """{"name":"Fetch Hive","employees":9}""")));

using var client = new FetchHiveClient(new FetchHiveOptions { ApiKey = hive.ApiKey, BaseAddress = hive.BaseAddress });
Company company = await IResearchBrief.Create(client).RunAsync(new Company { Name = "Acme", Employees = 5 });
Console.WriteLine(hive.Requests[0].BodyText);
Console.WriteLine($"{company.Name}, {company.Employees}");

[FetchHiveDeployment("research-brief", "production")]
public partial interface IResearchBrief
{
    Task<Company> RunAsync(Company company, CancellationToken cancellationToken = default);
}

/// <summary>Its properties are declared here and implemented by another generator.</summary>
public sealed partial class Company : ObservableObject
{
    [ObservableProperty]
    public partial string? Name { get; set; }

    [ObservableProperty]
    public partial int Employees { get; set; }
}
