namespace FetchHive.Generators.Model;

/// <summary>
/// The names of interfaces whose files need a number. It is a class around the array: for our own struct the driver's tables would be
/// compiled again in each new compiler process.
/// </summary>
internal sealed record TwinNames(EquatableArray<string> Names);
