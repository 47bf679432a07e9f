using FetchHive;

// Without the generator this still compiles, so that what is seen is the package's own warning and nothing else.
Console.WriteLine(typeof(IGreeting).GetMethod("Create") is null ? "no client" : "a client");

[FetchHiveDeployment("greeting", "production")]
public partial interface IGreeting
{
    Task<string> RunAsync(string name, CancellationToken cancellationToken = default);
}
