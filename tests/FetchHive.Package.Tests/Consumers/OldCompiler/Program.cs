using FetchHive;

// This compiles without the generator too, so that the build shows only the package's own warning.
Console.WriteLine(typeof(IGreeting).GetMethod("Create") is null ? "no client" : "a client");

[FetchHiveDeployment("greeting", "production")]
public partial interface IGreeting
{
    Task<string> RunAsync(string name, CancellationToken cancellationToken = default);
}
