using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Analyzers.Calls;

/// <summary>JSON text, and where it comes from.</summary>
/// <param name="Origin">The expression that makes it, which may stand elsewhere than where the text is passed.</param>
/// <param name="Description">What it is, in words for a message.</param>
/// <param name="Value">The expression of the value that was made into text; <see langword="null"/> when there is none that stands by
/// itself.</param>
/// <param name="ValueType">The value's type.</param>
internal sealed record JsonText(IOperation Origin, string Description, SyntaxNode? Value, ITypeSymbol? ValueType);
