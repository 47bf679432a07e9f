using System;
using System.Reflection;

namespace FetchHive;

/// <summary>
/// Records which levels of a collection's items can't be null. System.Text.Json can't store that, so it is attached as the member's
/// attribute provider. Nothing else looks at the attribute provider while JSON is read.
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
