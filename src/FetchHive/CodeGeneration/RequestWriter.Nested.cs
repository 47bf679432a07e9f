using System;
using System.Collections.Generic;
using System.Globalization;

namespace FetchHive.CodeGeneration;

// Generated code only writes what is inside an object or array. What is around it is the same for all types.
public sealed partial class RequestWriter
{
    private const int MaxDepth = 64;

    /// <summary>Writes an object.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="value">The value; null is written as null.</param>
    /// <param name="writeMembers">Writes the members of a value.</param>
    /// <exception cref="ArgumentNullException"><paramref name="writeMembers"/> is null.</exception>
    /// <exception cref="ArgumentException">The value is nested too deeply, usually because it contains itself.</exception>
    public void WriteObjectValue<T>(T? value, Action<RequestWriter, T> writeMembers)
    {
        ArgumentNullException.ThrowIfNull(writeMembers);
        WriteNested(value, writeMembers, (byte)'{', (byte)'}');
    }

    /// <summary>Writes an object under a name.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="name">The place of the name among the names of the deployment.</param>
    /// <param name="value">The value; null is written as null.</param>
    /// <param name="writeMembers">Writes the members of a value.</param>
    /// <exception cref="ArgumentNullException"><paramref name="writeMembers"/> is null.</exception>
    /// <exception cref="ArgumentException">The value is nested too deeply, usually because it contains itself.</exception>
    public void WriteObject<T>(int name, T? value, Action<RequestWriter, T> writeMembers) =>
        WritePropertyName(name).WriteObjectValue(value, writeMembers);

    /// <summary>Writes a collection as an array.</summary>
    /// <typeparam name="T">The collection's type.</typeparam>
    /// <param name="value">The collection; null is written as null.</param>
    /// <param name="writeItems">Writes the items of a collection.</param>
    /// <exception cref="ArgumentNullException"><paramref name="writeItems"/> is null.</exception>
    /// <exception cref="ArgumentException">The value is nested too deeply, usually because it contains itself.</exception>
    public void WriteArrayValue<T>(T? value, Action<RequestWriter, T> writeItems)
    {
        ArgumentNullException.ThrowIfNull(writeItems);
        WriteNested(value, writeItems, (byte)'[', (byte)']');
    }

    /// <summary>Writes a collection as an array, under a name.</summary>
    /// <typeparam name="T">The collection's type.</typeparam>
    /// <param name="name">The place of the name among the names of the deployment.</param>
    /// <param name="value">The collection; null is written as null.</param>
    /// <param name="writeItems">Writes the items of a collection.</param>
    /// <exception cref="ArgumentNullException"><paramref name="writeItems"/> is null.</exception>
    /// <exception cref="ArgumentException">The value is nested too deeply, usually because it contains itself.</exception>
    public void WriteArray<T>(int name, T? value, Action<RequestWriter, T> writeItems) =>
        WritePropertyName(name).WriteArrayValue(value, writeItems);

    /// <summary>Writes a list of objects as an array.</summary>
    /// <typeparam name="T">The type of its items.</typeparam>
    /// <param name="items">The items; null is written as null.</param>
    /// <param name="writeMembers">Writes the members of an item.</param>
    /// <exception cref="ArgumentNullException"><paramref name="writeMembers"/> is null.</exception>
    /// <exception cref="ArgumentException">The list is nested too deeply, usually because it contains itself.</exception>
    public void WriteObjectsValue<T>(IReadOnlyList<T?>? items, Action<RequestWriter, T> writeMembers)
    {
        ArgumentNullException.ThrowIfNull(writeMembers);
        if (items is null)
        {
            WriteNullValue();
            return;
        }

        if (CurrentDepth >= MaxDepth)
        {
            throw TooDeep(typeof(IReadOnlyList<T>));
        }

        WriteStartArray();
        for (int i = 0; i < items.Count; i++)
        {
            WriteObjectValue(items[i], writeMembers);
        }

        WriteEndArray();
    }

    /// <summary>Writes a list of objects as an array, under a name.</summary>
    /// <typeparam name="T">The type of its items.</typeparam>
    /// <param name="name">The place of the name among the names of the deployment.</param>
    /// <param name="items">The items; null is written as null.</param>
    /// <param name="writeMembers">Writes the members of an item.</param>
    /// <exception cref="ArgumentNullException"><paramref name="writeMembers"/> is null.</exception>
    /// <exception cref="ArgumentException">The list is nested too deeply, usually because it contains itself.</exception>
    public void WriteObjects<T>(int name, IReadOnlyList<T?>? items, Action<RequestWriter, T> writeMembers) =>
        WritePropertyName(name).WriteObjectsValue(items, writeMembers);

    private void WriteNested<T>(T? value, Action<RequestWriter, T> writeInside, byte open, byte close)
    {
        if (value is null)
        {
            WriteNullValue();
            return;
        }

        if (CurrentDepth >= MaxDepth)
        {
            throw TooDeep(typeof(T));
        }

        Open(open);
        writeInside(this, value);
        Close(close);
    }

    private static ArgumentException TooDeep(Type type) => new(string.Format(
        CultureInfo.InvariantCulture,
        "An input has {0} nested deeper than {1} levels. A value that leads back to itself can't be sent: break the cycle, or put "
            + "[JsonIgnore] on the property that points back.",
        TypeName.Of(type),
        MaxDepth));
}
