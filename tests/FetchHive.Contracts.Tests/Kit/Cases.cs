using System;
using System.Collections;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;

namespace FetchHive.Contracts.Tests.Kit;

/// <summary>How the values of a table are sent.</summary>
internal enum Sending
{
    Input,
    Text,
    Metadata,
}

/// <summary>A table of values that are sent through <typeparamref name="TContract"/>, each with the expected JSON.</summary>
internal sealed class Cases<TContract>(Sending sending = Sending.Input) : IEnumerable<string>
    where TContract : class
{
    private readonly Dictionary<string, Case> _cases = [];

    /// <summary>The rows' names, for a theory. They show what failed, and a test runner can list them.</summary>
    public TheoryData<string> Names => [.. _cases.Keys];

    public Case this[string name] => _cases[name];

    /// <summary>Adds a value that must be sent as System.Text.Json writes it.</summary>
    public void Add<T>(T value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        AddRow(name, value, Expected.Json(value));

    /// <summary>Adds a value with the expected JSON.</summary>
    public void AddExact<T>(T value, string json, [CallerArgumentExpression(nameof(value))] string name = "") =>
        AddRow(name, value, json);

    public IEnumerator<string> GetEnumerator() => _cases.Keys.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void AddRow<T>(string name, T value, string json) => _cases.Add(
        $"{NameOf(typeof(T))}: {name}",
        new Case(contract => SendAsync(contract, value), sending == Sending.Text && json[0] != '"' ? $"\"{json}\"" : json));

    private Task SendAsync<T>(TContract contract, T value) => sending switch
    {
        Sending.Input => ((ISends<T>)contract).SendAsync(value, Hive.Token),
        Sending.Text => ((ISendsText<T>)contract).SendTextAsync(value, Hive.Token),
        _ => ((ISendsMetadata<T>)contract).SendMetadataAsync(value, Hive.Token),
    };

    private static string NameOf(Type type) => Nullable.GetUnderlyingType(type) is { } held ? held.Name + "?" : type.Name;

    internal sealed record Case(Func<TContract, Task> Send, string Json);
}
