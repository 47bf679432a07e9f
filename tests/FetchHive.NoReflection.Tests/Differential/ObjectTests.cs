using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace FetchHive.NoReflection.Tests.Differential;

[FetchHiveDeployment(Hive.Deployment, Hive.Variant)]
public partial interface IReadObjects
{
    Task<Positional> Positional(CancellationToken cancellationToken);

    Task<PositionalWithBody> PositionalWithBody(CancellationToken cancellationToken);

    Task<Defaults> Defaults(CancellationToken cancellationToken);

    Task<Setters> Setters(CancellationToken cancellationToken);

    Task<InitOnly> InitOnly(CancellationToken cancellationToken);

    Task<RequiredMembers> RequiredMembers(CancellationToken cancellationToken);

    Task<SetsRequired> SetsRequired(CancellationToken cancellationToken);

    Task<Bound> Bound(CancellationToken cancellationToken);

    Task<BoundWithRequired> BoundWithRequired(CancellationToken cancellationToken);

    Task<BoundAndRequired> BoundAndRequired(CancellationToken cancellationToken);

    Task<Marked> Marked(CancellationToken cancellationToken);

    Task<MarkedParameterless> MarkedParameterless(CancellationToken cancellationToken);

    Task<ParameterlessWins> ParameterlessWins(CancellationToken cancellationToken);

    Task<PlainStruct> PlainStruct(CancellationToken cancellationToken);

    Task<MutableRecordStruct> MutableRecordStruct(CancellationToken cancellationToken);

    Task<RecordStruct> RecordStruct(CancellationToken cancellationToken);

    Task<MarkedStruct> MarkedStruct(CancellationToken cancellationToken);

    Task<StructWithRequired> StructWithRequired(CancellationToken cancellationToken);

    Task<Middle> Middle(CancellationToken cancellationToken);

    Task<Descendant> Descendant(CancellationToken cancellationToken);

    Task<Article> Article(CancellationToken cancellationToken);

    Task<Generic<int>> GenericOfInt(CancellationToken cancellationToken);

    Task<Generic<string>> GenericOfText(CancellationToken cancellationToken);

    Task<NotNull<string>> NotNull(CancellationToken cancellationToken);

    Task<Tree> Tree(CancellationToken cancellationToken);

    Task<NullStates> NullStates(CancellationToken cancellationToken);

    Task<WriteOnly> WriteOnly(CancellationToken cancellationToken);

    Task<Keywords> Keywords(CancellationToken cancellationToken);

    Task<Throws> Throws(CancellationToken cancellationToken);

#pragma warning disable FH4006 // System.Text.Json reads nothing into it either.
    Task<Private> Private(CancellationToken cancellationToken);
#pragma warning restore FH4006

    Task<Outer.Inner> Inner(CancellationToken cancellationToken);
}

[FetchHiveDeployment(Hive.Deployment, Hive.Variant)]
public partial interface IReadAttributed
{
    Task<Renamed> Renamed(CancellationToken cancellationToken);

    Task<Ignoring> Ignoring(CancellationToken cancellationToken);

    Task<IgnoredParameter> IgnoredParameter(CancellationToken cancellationToken);

    Task<Included> Included(CancellationToken cancellationToken);

    Task<RequiredByAttribute> RequiredByAttribute(CancellationToken cancellationToken);

    Task<Extension> Extension(CancellationToken cancellationToken);

    Task<ExtensionInterface> ExtensionInterface(CancellationToken cancellationToken);

    Task<ExtensionObject> ExtensionObject(CancellationToken cancellationToken);

    Task<ExtensionRecord> ExtensionRecord(CancellationToken cancellationToken);

    Task<ExtensionStruct> ExtensionStruct(CancellationToken cancellationToken);

    Task<StrictNumbers> StrictNumbers(CancellationToken cancellationToken);

    Task<NumbersOfMembers> NumbersOfMembers(CancellationToken cancellationToken);

    Task<Strict> Strict(CancellationToken cancellationToken);

    Task<Skipping> Skipping(CancellationToken cancellationToken);
}

[FetchHiveDeployment(Hive.Deployment, Hive.Variant)]
public partial interface IReadTypesWithNamesOfGeneratedCode
{
    Task<Leaf> Leaf(CancellationToken cancellationToken);

    Task<Leaf?> LeafNullable(CancellationToken cancellationToken);

    Task<LeafOrNull> LeafOrNull(CancellationToken cancellationToken);

    Task<CreateLeaf> CreateLeaf(CancellationToken cancellationToken);

    Task<_Leaf> UnderscoreLeaf(CancellationToken cancellationToken);

    Task<PropertiesOfLeaf> PropertiesOfLeaf(CancellationToken cancellationToken);

    Task<Options> Options(CancellationToken cancellationToken);

    Task<Resolver> Resolver(CancellationToken cancellationToken);

    Task<Outputs> Outputs(CancellationToken cancellationToken);

    Task<List<List<Leaf>>> Lists(CancellationToken cancellationToken);

    Task<Outer.Deep<int>.Leaf> NestedLeaf(CancellationToken cancellationToken);
}

public sealed class ObjectTests : HiveTests
{
    private static readonly string[] Any =
    [
        "{}", """{"name":"a"}""", """{"name":"a","count":1}""", """{"name":"a","count":1,"note":"b"}""",
        """{"NAME":"a","Count":"1","noTE":null}""",
        """{"name":"a","count":1,"extra":"x","other":"y","note":"z","unknown":[{"a":1}],"seen":1}""",
        """{"name":null,"count":1,"note":null}""",
        """{"name":"a","count":null,"note":"b"}""", """{"name":1,"count":1,"note":"b"}""", """{"name":"a","count":"x","note":"b"}""",
        """{"name":"a","name":"b","count":1,"count":2,"note":"c"}""", """{"count":[],"name":"a"}""", "[]", "12", "true",
    ];

    [Fact]
    public async Task Every_shape_of_object_is_read_as_reflection_reads_it()
    {
        IReadObjects reads = IReadObjects.Create(Hive.Client);
        Comparison same = new(Hive);
        await same.Add(reads.PositionalWithBody, Any);
        await same.Add(reads.Setters, [.. Any, """{"included_set":10,"included_init":"read","internal_set":11}""",
            """{"private_set":1,"read_only":2,"computed":3,"protected_set":"x","shared":4,"field":5}"""]);
        await same.Add(reads.InitOnly,
            [.. Any, """{"items":[9],"note":"x","pair":{"left":2,"right":null}}""", """{"items":null}""", """{"pair":null}"""]);
        await same.Add(reads.RequiredMembers, [.. Any, """{"name":"a","count":1,"note":null,"field":3}""",
            """{"name":"a","count":1,"note":"x","field":3,"extra":"y"}""", """{"name":"a","count":1,"field":3}"""]);
        await same.Add(reads.SetsRequired, Any);
        await same.Add(reads.Bound, Any);
        await same.Add(reads.BoundWithRequired, Any);
        await same.Add(reads.BoundAndRequired, Any);
        await same.Add(reads.Marked, Any);
        await same.Add(reads.MarkedParameterless, Any);
        await same.Add(reads.ParameterlessWins, Any);
        await same.Add(reads.Throws, Any);
        await same.Add(reads.Private, [.. Any, """{"secret":1,"internal":2,"internal_set":3}"""]);
        await same.Add(reads.WriteOnly, [.. Any, """{"count":1,"private_get":2}"""]);
        await same.Add(reads.Keywords, [.. Any, """{"class":1,"event":"e","new":"n","int":2,"options":3}""",
            """{"class":1,"event":"e","new":"n"}""", """{"class":1,"event":"e"}"""]);
        same.AssertSame();
    }

    [Fact]
    public async Task Every_kind_of_default_value_is_used_as_reflection_uses_it()
    {
        IReadObjects reads = IReadObjects.Create(Hive.Client);
        Comparison same = new(Hive);
        await same.Add(
            reads.Defaults,
            "{}",
            """{"text":"x","no_text":"y","letter":"z","flag":false,"i8":1,"u8":2,"i16":3,"u16":4,"i32":5,"u32":6,"i64":7,"u64":8}""",
            """{"single":1.5,"double":2.5,"money":3.5,"enum":"Second","wide_enum":1,"negative_enum":"Zero","nullable":"""
            + """null,"nullable_enum":null,"nullable_money":null}""",
            """{"guid":"0f8fad5b-d9cb-469f-a165-70867728950e","date":"2026-02-03","struct":{"left":1,"right":"r"},"list":[1]}""",
            """{"text":null}""",
            """{"i32":null}""");
        same.AssertSame();
    }

    [Fact]
    public async Task Every_struct_is_read_as_reflection_reads_it()
    {
        IReadObjects reads = IReadObjects.Create(Hive.Client);
        Comparison same = new(Hive);
        await same.Add(reads.PlainStruct, [.. Any, """{"init":1}"""]);
        await same.Add(reads.MutableRecordStruct, Any);
        await same.Add(reads.RecordStruct, Any);
        await same.Add(reads.MarkedStruct, Any);
        await same.Add(reads.StructWithRequired, Any);
        same.AssertSame();
    }

    [Fact]
    public async Task Inherited_overridden_and_hidden_members_are_read_as_reflection_reads_them()
    {
        IReadObjects reads = IReadObjects.Create(Hive.Client);
        Comparison same = new(Hive);
        string[] documents = [.. Any, """{"id":1,"name":"n","hidden":2,"count":"c","abstract":"a","init_only":4,"extra":"e"}""",
            """{"hidden":"x"}""", """{"count":5}""", """{"id":"1","title":"t"}"""];
        await same.Add(reads.Middle, documents);
        await same.Add(reads.Descendant, documents);
        await same.Add(reads.Article, documents);
        same.AssertSame();
    }

    [Fact]
    public async Task Generic_nested_and_recursive_types_are_read_as_reflection_reads_them()
    {
        IReadObjects reads = IReadObjects.Create(Hive.Client);
        Comparison same = new(Hive);
        string[] generic = ["{}", """{"value":1,"items":[2,"3"],"name":"a"}""", """{"value":"x","items":["y"],"name":"a"}""",
            """{"value":null,"items":[null],"name":"a"}""", """{"value":null,"items":null,"name":"a"}""",
            """{"value":"x","items":[],"name":null}"""];
        await same.Add(reads.GenericOfInt, generic);
        await same.Add(reads.GenericOfText, generic);
        await same.Add(reads.NotNull, """{"value":"x"}""", """{"value":null}""", """{"value":"x","other":null}""", "{}");
        await same.Add(reads.Tree, """{"name":"a","children":[{"name":"b","children":[]}],"parent":{"name":"c","children":[]}}""",
            """{"name":"a","children":[{"name":"b"}]}""", """{"name":"a","children":[null]}""");
        await same.Add(reads.Inner, """{"value":1,"leaf":{"value":"x"}}""", """{"value":1,"leaf":null}""", """{"value":1,"leaf":{}}""");
        same.AssertSame();
    }

    [Fact]
    public async Task Types_may_be_named_like_anything_in_generated_code()
    {
        IReadTypesWithNamesOfGeneratedCode reads = IReadTypesWithNamesOfGeneratedCode.Create(Hive.Client);
        Comparison same = new(Hive);
        string[] documents = ["""{"value":1}""", "{}", """{"value":"x"}"""];
        await same.Add(reads.Leaf, documents);
        await same.Add(reads.LeafNullable, documents);
        await same.Add(reads.LeafOrNull, documents);
        await same.Add(reads.CreateLeaf, documents);
        await same.Add(reads.UnderscoreLeaf, documents);
        await same.Add(reads.PropertiesOfLeaf, documents);
        await same.Add(reads.Options, documents);
        await same.Add(reads.Resolver, documents);
        await same.Add(reads.Outputs, documents);
        await same.Add(reads.Lists, """[[{"value":1}]]""", "[[{}]]");
        await same.Add(reads.NestedLeaf, documents);
        same.AssertSame();
    }

    [Fact]
    public async Task Null_states_are_respected_as_reflection_respects_them()
    {
        IReadObjects reads = IReadObjects.Create(Hive.Client);
        Comparison same = new(Hive);
        await same.Add(
            reads.NullStates,
            "{}",
            """{"not_null":null}""",
            """{"nullable":null}""",
            """{"allows":null}""",
            """{"disallows":null}""",
            """{"maybe":null}""",
            """{"never":null}""",
            """{"oblivious":null}""",
            """{"items":[null]}""",
            """{"items":null}""");
        same.AssertSame();
    }

    [Fact]
    public async Task Every_attribute_is_honoured_as_reflection_honours_it()
    {
        IReadAttributed reads = IReadAttributed.Create(Hive.Client);
        Comparison same = new(Hive);
        await same.Add(reads.Renamed, """{"the name":"a","n.ü$\"":1,"":"e"}""", """{"THE NAME":"a","N.Ü$\"":1}""",
            """{"name":"a","count":1}""");
        await same.Add(reads.Ignoring, "{}",
            """{"always":"x","never":"x","when_writing_null":null,"when_writing_default":0,"when_writing":1,"when_reading":1}""",
            """{"always":{"a":[]}}""", """{"never":null}""", """{"when_reading":"x"}""");
        await same.Add(reads.IgnoredParameter, """{"name":"a"}""", """{"name":"a","count":1}""", """{"name":"a","count":"x"}""");
        await same.Add(reads.Included, "{}", """{"field":1,"read_only_field":2,"not_included":3}""");
        await same.Add(reads.RequiredByAttribute, [.. Any, """{"name":"a","how_many":1}""", """{"name":"a"}"""]);
        await same.Add(reads.Strict, [.. Any, """{"name":"a"}"""]);
        await same.Add(reads.Skipping, Any);
        same.AssertSame();
    }

    [Fact]
    public async Task Extension_data_is_read_as_reflection_reads_it()
    {
        IReadAttributed reads = IReadAttributed.Create(Hive.Client);
        Comparison same = new(Hive);
        string[] documents = [.. Any, """{"name":"a","b":1,"c":[1,{"d":null}],"e":"f","rest":{"g":1}}""", """{"b":1,"b":2,"B":3}"""];
        await same.Add(reads.Extension, documents);
        await same.Add(reads.ExtensionInterface, documents);
        await same.Add(reads.ExtensionObject, documents);
        await same.Add(reads.ExtensionRecord, documents);
        await same.Add(reads.ExtensionStruct, documents);
        same.AssertSame();
    }

    [Fact]
    public async Task Number_handling_is_honoured_as_reflection_honours_it()
    {
        IReadAttributed reads = IReadAttributed.Create(Hive.Client);
        Comparison same = new(Hive);
        await same.Add(reads.StrictNumbers, """{"count":1,"lenient":2,"items":[3]}""", """{"count":"1"}""", """{"lenient":"2"}""",
            """{"items":["3"]}""");
        await same.Add(
            reads.NumbersOfMembers,
            """{"strict":1,"named":"NaN","as_text":"3","strict_items":[4]}""",
            """{"strict":1,"named":"-Infinity","as_text":3,"strict_items":[4]}""",
            """{"strict":"1","named":2,"as_text":3,"strict_items":[4]}""",
            """{"strict":1,"named":"2","as_text":3,"strict_items":[4]}""",
            """{"strict":1,"named":2,"as_text":3,"strict_items":["4"]}""");
        same.AssertSame();
    }
}
