using System;
using System.Collections.Generic;
using System.Text;
using FetchHive.CodeGeneration;

namespace FetchHive.Tests;

/// <summary>What the writer puts around the members and items that generated code writes.</summary>
public sealed class RequestWriterNestingTests
{
    [Fact]
    public void An_object_is_written_member_by_member_and_null_as_null()
    {
        Assert.Equal("""{"name":"a"}""", Write(writer => writer.WriteObjectValue<Node>(new("a"), WriteNode)));
        Assert.Equal("null", Write(writer => writer.WriteObjectValue<Node>(null, WriteNode)));
        Assert.Equal("""{"x":1}""", Write(writer => writer.WriteObjectValue<int>(1, WriteNumber)));
        Assert.Equal("{\"next\":{\"name\":\"a\"},\"next\":null}", Write(writer => writer.WriteObjectValue<Node>(
            new("outer"),
            static (writer, _) =>
            {
                writer.WriteObject<Node>(1, new("a"), WriteNode);
                writer.WriteObject<Node>(1, null, WriteNode);
            })));
    }

    [Fact]
    public void A_collection_is_written_item_by_item_and_null_as_null()
    {
        Assert.Equal("""["a",null]""", Write(writer => writer.WriteArrayValue<string?[]>(["a", null], WriteTexts)));
        Assert.Equal("[]", Write(writer => writer.WriteArrayValue<string?[]>([], WriteTexts)));
        Assert.Equal("null", Write(writer => writer.WriteArrayValue<string?[]>(null, WriteTexts)));
        Assert.Equal("""{"name":["a"]}""", Write(writer => writer.WriteObjectValue<Node>(
            new("outer"), static (writer, _) => writer.WriteArray<string?[]>(0, ["a"], WriteTexts))));
    }

    [Fact]
    public void Objects_are_written_one_by_one_and_null_as_null()
    {
        List<Node?> nodes = [new("a"), null];

        Assert.Equal("""[{"name":"a"},null]""", Write(writer => writer.WriteObjectsValue<Node>(nodes, WriteNode)));
        Assert.Equal("[]", Write(writer => writer.WriteObjectsValue<Node>([], WriteNode)));
        Assert.Equal("null", Write(writer => writer.WriteObjectsValue<Node>(null, WriteNode)));
        Assert.Equal("""{"name":[{"name":"a"}]}""", Write(writer => writer.WriteObjectValue<Node>(
            new("outer"), static (writer, _) => writer.WriteObjects<Node>(0, [new("a")], WriteNode))));
    }

    [Fact]
    public void Names_are_found_by_their_places() =>
        Assert.Equal("""{"next":null,"name":"https://example.com"}""", Write(writer => writer.WriteObjectValue<Node>(
            new("outer"),
            static (writer, _) =>
            {
                writer.WritePropertyName(1).WriteNullValue();
                writer.WriteUri(0, new Uri("https://example.com"));
            })));

    [Fact]
    public void A_cycle_is_refused_with_advice()
    {
        Node node = new("a");
        node.Next = node;
        List<object> list = [];
        list.Add(list);

        foreach (ArgumentException exception in new[]
        {
            Assert.Throws<ArgumentException>(() => Write(writer => writer.WriteObjectValue<Node>(node, WriteNode))),
            Assert.Throws<ArgumentException>(() => Write(writer => writer.WriteArrayValue<List<object>>(list, WriteLists))),
            Assert.Throws<ArgumentException>(() => Write(writer => writer.WriteObjectsValue<List<object>>([list], WriteNested))),
        })
        {
            Assert.Contains("nested deeper than 64 levels", exception.Message, StringComparison.Ordinal);
            Assert.Contains("[JsonIgnore]", exception.Message, StringComparison.Ordinal);
        }

        static void WriteLists(RequestWriter writer, List<object> value) =>
            writer.WriteArrayValue<List<object>>((List<object>)value[0], WriteLists);

        static void WriteNested(RequestWriter writer, List<object> value)
        {
            writer.WriteKey("items");
            writer.WriteObjectsValue<List<object>>([value], WriteNested);
        }
    }

    [Fact]
    public void The_message_about_a_cycle_names_the_type()
    {
        Node node = new("a");
        node.Next = node;

        ArgumentException exception = Assert.Throws<ArgumentException>(
            () => Write(writer => writer.WriteObjectValue<Node>(node, WriteNode)));

        Assert.Contains("FetchHive.Tests.RequestWriterNestingTests.Node", exception.Message, StringComparison.Ordinal);
    }

    private static void WriteNode(RequestWriter writer, Node value)
    {
        writer.WriteString(0, value.Name);
        if (value.Next is not null)
        {
            writer.WriteObject<Node>(1, value.Next, WriteNode);
        }
    }

    private static void WriteNumber(RequestWriter writer, int value)
    {
        writer.WriteKey("x");
        writer.WriteInt64Value(value);
    }

    private static void WriteTexts(RequestWriter writer, string?[] value)
    {
        foreach (string? text in value)
        {
            writer.WriteStringValue(text);
        }
    }

    private static string Write(Action<RequestWriter> write)
    {
        RequestWriter writer = new([new("name"), new("next")]);
        write(writer);
        return Encoding.UTF8.GetString(writer.Written);
    }

    private sealed class Node(string name)
    {
        public string Name { get; } = name;

        public Node? Next { get; set; }
    }
}
