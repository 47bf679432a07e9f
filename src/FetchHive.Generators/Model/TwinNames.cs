namespace FetchHive.Generators.Model;

/// <summary>
/// The names of interfaces whose files need a number. A class around the array, because the driver's tables would otherwise be compiled
/// again for a structure of our own in each new compiler process.
/// </summary>
internal sealed record TwinNames(EquatableArray<string> Names);
