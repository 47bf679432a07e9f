using FetchHive.Generators.Parsing;
using FetchHive.Generators.Rules;
using FetchHive.Generators.Text;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace FetchHive.Generators.Analyzers.Calls;

/// <summary>FH6004: a literal anywhere in the project contains a workspace API key.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class KeyInSourceAnalyzer : CallAnalyzer
{
    /// <summary>Creates the analyzer.</summary>
    public KeyInSourceAnalyzer()
        : base(CallRules.KeyInSource)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context)
    {
        // Syntax, not operations, because literals in attributes and default values also count, and a key is recognised by its text alone.
        context.RegisterSyntaxNodeAction(AnalyzeLiteral, SyntaxKind.StringLiteralExpression, SyntaxKind.Utf8StringLiteralExpression);
        context.RegisterSyntaxNodeAction(AnalyzeInterpolated, SyntaxKind.InterpolatedStringText);
        context.RegisterOperationAction(AnalyzeAssignment, OperationKind.SimpleAssignment);
    }

    private void AnalyzeLiteral(SyntaxNodeAnalysisContext context)
    {
        if (ApiKeys.ContainsKey(((LiteralExpressionSyntax)context.Node).Token.ValueText))
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptor, context.Node.GetLocation()));
        }
    }

    private void AnalyzeInterpolated(SyntaxNodeAnalysisContext context)
    {
        if (ApiKeys.ContainsKey(((InterpolatedStringTextSyntax)context.Node).TextToken.ValueText))
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptor, context.Node.GetLocation()));
        }
    }

    /// <summary>Reports a literal that is assigned to the option and looks like a key, but doesn't have the documented form.</summary>
    private void AnalyzeAssignment(OperationAnalysisContext context)
    {
        ISimpleAssignmentOperation assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is IPropertyReferenceOperation { Property: { Name: "ApiKey", ContainingType: { } type } }
            && type.IsRuntimeType("FetchHiveOptions")
            && Operations.WithoutConversions(assignment.Value) is ILiteralOperation { ConstantValue.Value: string key } literal
            && ApiKeys.LooksLikeKey(key)
            && !ApiKeys.ContainsKey(key))
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptor, literal.Syntax.GetLocation()));
        }
    }
}
