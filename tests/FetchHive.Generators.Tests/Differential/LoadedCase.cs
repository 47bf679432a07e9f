using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Runtime.ExceptionServices;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Tests.Differential;

/// <summary>A compiled and loaded type, with the rules' diagnostics about it.</summary>
internal sealed class LoadedCase(
    TypeCase declared,
    Type type,
    Type glue,
    IReadOnlyList<Diagnostic> sendErrors,
    IReadOnlyList<Diagnostic> readErrors,
    IReadOnlyList<Diagnostic> describeErrors)
{
    public TypeCase Declared { get; } = declared;

    public Type Type { get; } = type;

    public string? SendRule => RuleOf(sendErrors);

    public string? ReadRule => RuleOf(readErrors);

    public string? DescribeRule => RuleOf(describeErrors);

    public string SendMessage => MessageOf(sendErrors);

    public string ReadMessage => MessageOf(readErrors);

    public object? NewValue() => Call("Value");

    public Task SendAsync(FetchHiveClient client, object? value) => (Task)Call("SendAsync", client, value)!;

    public Task DescribeAsync(FetchHiveClient client, object? value) => (Task)Call("DescribeAsync", client, value)!;

    public Task<object?> ReadAsync(FetchHiveClient client) => (Task<object?>)Call("ReadAsync", client)!;

    private static string? RuleOf(IReadOnlyList<Diagnostic> errors) => errors.Count == 0 ? null : errors[0].Id;

    private static string MessageOf(IReadOnlyList<Diagnostic> errors) =>
        string.Join('\n', errors.Select(error => error.GetMessage(CultureInfo.InvariantCulture)));

    private object? Call(string name, params object?[] arguments)
    {
        try
        {
            return glue.GetMethod(name)!.Invoke(null, arguments);
        }
        catch (TargetInvocationException exception) when (exception.InnerException is { } inner)
        {
            ExceptionDispatchInfo.Throw(inner);
            throw;
        }
    }
}
