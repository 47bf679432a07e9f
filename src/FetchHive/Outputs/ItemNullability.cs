using System;
using System.Reflection;

namespace FetchHive;

/// <summary>
/// Says of a member that is a collection whose items may be null. System.Text.Json has no place for that; what it offers for the attributes
/// of a member is taken, which is looked at by nobody else while JSON is read.
/// </summary>
/// <param name="nonNullItems">
/// Bit 0 is set when the items of the collection (or the values of the dictionary) can't be null, bit 1 when the items of those can't, and
/// so on.
/// </param>
internal sealed class ItemNullability(int nonNullItems) : ICustomAttributeProvider
{
    public int NonNullItems { get; } = nonNullItems;

    public object[] GetCustomAttributes(bool inherit) => [];

    public object[] GetCustomAttributes(Type attributeType, bool inherit) => [];

    public bool IsDefined(Type attributeType, bool inherit) => false;
}
