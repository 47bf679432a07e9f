using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using FetchHive.CodeGeneration;
using Xunit;

namespace FetchHive.Tests;

/// <summary>The members that generated code calls.</summary>
public sealed class CodeGenerationTests
{
    // Rare: generated code checks immutable arrays and array segments only.
    private static readonly string[] Allowed = ["WorkflowRequest.ThrowIfDefault"];

    // The compiler compares each call with every overload, and with all conversions to its parameters. That was a tenth of the time that
    // generated code took to compile.
    [Fact]
    public void Methods_that_generated_code_calls_have_no_overloads()
    {
        IEnumerable<string> overloaded =
            from type in typeof(WorkflowRequest).Assembly.GetExportedTypes()
            where type.Namespace == typeof(WorkflowRequest).Namespace
            from method in type.GetMethods(
                BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            where method.IsPublic || method.IsFamily
            group method by $"{type.Name}.{method.Name}" into methods
            where methods.Count() > 1
            select methods.Key;

        Assert.Equal(Allowed, overloaded.Order(StringComparer.Ordinal));
    }
}
