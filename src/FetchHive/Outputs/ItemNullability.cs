using System;
using System.Reflection;

namespace FetchHive;

/// <summary>
/// Marks a member that is a collection with the levels of its items that can't be null. System.Text.Json has no place for that, so it is
/// attached as an attribute provider. Nothing else looks at the attribute provider while JSON is read.
/// </summary>
/// <param name="nonNullItems">
/// Bit 0 is set if the items of the collection (or the values of the dictionary) can't be null, bit 1 if the items of those items can't,
/// and so on.
/// </param>
internal sealed class ItemNullability(int nonNullItems) : ICustomAttributeProvider
{
    public int NonNullItems { get; } = nonNullItems;

    public object[] GetCustomAttributes(bool inherit) => [];

    public object[] GetCustomAttributes(Type attributeType, bool inherit) => [];

    public bool IsDefined(Type attributeType, bool inherit) => false;
}
