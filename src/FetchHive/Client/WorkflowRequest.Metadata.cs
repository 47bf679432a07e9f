using System;
using System.Collections.Generic;

namespace FetchHive.CodeGeneration;

public sealed partial class WorkflowRequest
{
    /// <summary>Opens <c>metadata</c> if it isn't open yet.</summary>
    /// <returns>The writer, inside the object.</returns>
    public RequestWriter BeginMetadata()
    {
        if (_part != Part.Metadata)
        {
            Move(_part is Part.Inputs, Part.Metadata);
            EndPart();
            _writer.WriteStartObject(MetadataName);
        }

        return _writer;
    }

    /// <summary>Writes a value's members as metadata; null writes nothing.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="writeMembers">Writes the members of a value.</param>
    /// <exception cref="ArgumentNullException"><paramref name="writeMembers"/> is null.</exception>
    public void WriteMetadataMembers<T>(T? value, Action<RequestWriter, T> writeMembers)
    {
        ArgumentNullException.ThrowIfNull(writeMembers);
        if (value is not null)
        {
            writeMembers(BeginMetadata(), value);
        }
    }

    /// <summary>Reserves a key that generated code writes itself, so that a dictionary can't repeat it.</summary>
    /// <param name="key">The key.</param>
    /// <param name="parameterName">The name of the caller's parameter, for the exception.</param>
    /// <exception cref="ArgumentException">A dictionary has already written the key.</exception>
    public void ReserveMetadataKey(string key, string parameterName) => TakeMetadataKey(key, parameterName);

    /// <summary>Writes a dictionary's key. Write its value next.</summary>
    /// <param name="key">The key. It must not be empty, white space or a key that was already written.</param>
    /// <param name="parameterName">The name of the caller's parameter, for the exception.</param>
    /// <exception cref="ArgumentException">The key is null, empty or white space, or the request already has it.</exception>
    public void WriteMetadataKey(string key, string parameterName)
    {
        if (string.IsNullOrWhiteSpace(key))
        {
            throw new ArgumentException(
                $"The metadata in '{parameterName}' has "
                    + $"{(string.IsNullOrEmpty(key) ? "an empty key, which the service rejects" : "a blank key, which can't be used to "
                        + "filter logs")}. Give every entry a name as its key.",
                parameterName);
        }

        TakeMetadataKey(key, parameterName);
        BeginMetadata().WriteKey(key);
    }

    /// <summary>Writes a dictionary's entries; an empty one writes nothing.</summary>
    /// <param name="entries">The entries.</param>
    /// <param name="parameterName">The name of the caller's parameter, for the exception.</param>
    /// <exception cref="ArgumentNullException">The entries are null.</exception>
    /// <exception cref="ArgumentException">A key is empty, white space or a duplicate, or a value is NaN or infinite.</exception>
    public void WriteMetadata(IEnumerable<KeyValuePair<string, MetadataValue>> entries, string parameterName)
    {
        ThrowIfNull(entries, parameterName);
        foreach (KeyValuePair<string, MetadataValue> entry in entries)
        {
            WriteMetadataKey(entry.Key, parameterName);
            try
            {
                entry.Value.WriteTo(_writer);
            }
            catch (ArgumentException exception)
            {
                throw new ArgumentException(
                    $"The metadata in '{parameterName}' can't be sent: the value of '{entry.Key}' has no JSON form (NaN, an infinity, or "
                        + $"text that is not valid Unicode). Send null, or the value as text.",
                    parameterName,
                    exception);
            }
        }
    }

    private void TakeMetadataKey(string key, string parameterName)
    {
        _metadataKeys ??= new HashSet<string>(StringComparer.Ordinal);
        if (!_metadataKeys.Add(key))
        {
            throw new ArgumentException(
                $"The metadata in '{parameterName}' has the key '{key}', which the request already has. Metadata is one flat object, so "
                    + $"each key can be sent once: rename or remove one of the two.",
                parameterName);
        }
    }
}
