using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Analyzers.Calls;

/// <summary>JSON text and its origin.</summary>
/// <param name="Origin">The expression that creates the text. It may be in another place than the argument.</param>
/// <param name="Description">A description of the text for a message.</param>
/// <param name="Value">The expression for the value that was converted to text; <see langword="null"/> if no separate expression has the
/// value.</param>
/// <param name="ValueType">The value's type.</param>
internal sealed record JsonText(IOperation Origin, string Description, SyntaxNode? Value, ITypeSymbol? ValueType);
