namespace System.Diagnostics.CodeAnalysis;

/// <summary>Lets the compiler write the constructors of records with <see langword="required"/> members.</summary>
[AttributeUsage(AttributeTargets.Constructor, AllowMultiple = false, Inherited = false)]
internal sealed class SetsRequiredMembersAttribute : Attribute;
