namespace FetchHive.Generators.Model;

/// <summary>
/// The names of interfaces whose files need a number. It is a class around the array because the driver's generic tables would be compiled
/// again for our own struct in each new compiler process.
/// </summary>
internal sealed record TwinNames(EquatableArray<string> Names);
