using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FetchHive.Generators.Analyzers.Calls;

/// <summary>Recognises tests by their attributes. A test that checks the request often needs no result.</summary>
internal static class TestCode
{
    /// <summary>Whether an operation is in a test method.</summary>
    public static bool IsIn(OperationAnalysisContext context)
    {
        for (ISymbol? symbol = context.ContainingSymbol; symbol is IMethodSymbol; symbol = symbol.ContainingSymbol)
        {
            foreach (AttributeData attribute in symbol.GetAttributes())
            {
                for (INamedTypeSymbol? type = attribute.AttributeClass; type is not null; type = type.BaseType)
                {
                    // xunit, NUnit, MSTest, TUnit
                    if (type.Name is "FactAttribute" or "TheoryAttribute" or "TestAttribute" or "TestCaseAttribute"
                        or "TestCaseSourceAttribute" or "TestMethodAttribute")
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }
}
