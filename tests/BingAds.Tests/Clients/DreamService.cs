namespace BingAds.Tests.Clients;

/// <summary>The description of a service as it might be in some year, in three documents and in one.</summary>
internal static class DreamService
{
    public const string Wsdl = """
        <wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:xs="http://www.w3.org/2001/XMLSchema"
            xmlns:s="https://bingads.microsoft.com/CampaignManagement/v13" targetNamespace="https://bingads.microsoft.com/CampaignManagement/v13" name="Dreams">
          <wsdl:types>
            <xs:schema><xs:import namespace="https://bingads.microsoft.com/CampaignManagement/v13" schemaLocation="dreams.xsd"/></xs:schema>
          </wsdl:types>
        """ + Rest;

    public static string Single { get; } = ("""
        <wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:xs="http://www.w3.org/2001/XMLSchema"
            xmlns:s="https://bingads.microsoft.com/CampaignManagement/v13" targetNamespace="https://bingads.microsoft.com/CampaignManagement/v13" name="Dreams">
          <wsdl:types>
        """ + Schema + Arrays + "</wsdl:types>" + Rest).Replace(" schemaLocation=\"arrays.xsd\"", "", StringComparison.Ordinal);

    public const string Schema = """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:tns="https://bingads.microsoft.com/CampaignManagement/v13" elementFormDefault="qualified"
            xmlns:a="http://schemas.microsoft.com/2003/10/Serialization/Arrays" targetNamespace="https://bingads.microsoft.com/CampaignManagement/v13">
          <xs:import namespace="http://schemas.microsoft.com/2003/10/Serialization/Arrays" schemaLocation="arrays.xsd"/>
          <xs:element name="AddDreamsRequest"><xs:complexType><xs:sequence>
            <xs:element minOccurs="0" name="AccountId" type="xs:long"/>
            <xs:element minOccurs="0" name="Campaign" nillable="true" type="tns:Campaign"/>
            <xs:element minOccurs="0" name="Dreams" nillable="true" type="tns:ArrayOfDream"/>
          </xs:sequence></xs:complexType></xs:element>
          <xs:element name="AddDreamsResponse"><xs:complexType><xs:sequence>
            <xs:element minOccurs="0" name="DreamIds" nillable="true" type="a:ArrayOflong"/>
            <xs:element minOccurs="0" name="Dreams" nillable="true" type="tns:ArrayOfDream"/>
          </xs:sequence></xs:complexType></xs:element>
          <xs:element name="GetCampaignsByAccountIdRequest"><xs:complexType><xs:sequence>
            <xs:element minOccurs="0" name="Asleep" type="xs:boolean"/>
          </xs:sequence></xs:complexType></xs:element>
          <xs:element name="GetCampaignsByAccountIdResponse"><xs:complexType><xs:sequence/></xs:complexType></xs:element>
          <xs:complexType name="Campaign"><xs:sequence><xs:element minOccurs="0" name="Name" nillable="true" type="xs:string"/></xs:sequence></xs:complexType>
          <xs:complexType name="Dream"><xs:sequence>
            <xs:element minOccurs="0" name="At" type="xs:dateTime"/>
            <xs:element minOccurs="0" name="Depth" nillable="true" type="xs:decimal"/>
            <xs:element minOccurs="0" name="Ids" nillable="true" type="a:ArrayOflong"/>
            <xs:element minOccurs="0" name="Kinds" type="tns:DreamKind"/>
            <xs:element minOccurs="0" name="Mood" type="tns:Mood"/>
            <xs:element name="Name" nillable="true" type="xs:string"/>
          </xs:sequence></xs:complexType>
          <xs:element name="Dream" nillable="true" type="tns:Dream"/>
          <xs:complexType name="Nightmare"><xs:complexContent mixed="false"><xs:extension base="tns:Dream"><xs:sequence>
            <xs:element name="Fear" type="xs:int"/>
          </xs:sequence></xs:extension></xs:complexContent></xs:complexType>
          <xs:complexType name="ArrayOfDream"><xs:sequence>
            <xs:element minOccurs="0" maxOccurs="unbounded" name="Dream" nillable="true" type="tns:Dream"/>
          </xs:sequence></xs:complexType>
          <xs:simpleType name="Mood"><xs:restriction base="xs:string"><xs:enumeration value="Good"/><xs:enumeration value="Bad"/></xs:restriction></xs:simpleType>
          <xs:simpleType name="DreamKind"><xs:list><xs:simpleType>
            <xs:restriction base="xs:string"><xs:enumeration value="Flying"/><xs:enumeration value="Falling"/></xs:restriction>
          </xs:simpleType></xs:list></xs:simpleType>
        </xs:schema>
        """;

    public const string Arrays = """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified" targetNamespace="http://schemas.microsoft.com/2003/10/Serialization/Arrays">
          <xs:complexType name="ArrayOflong"><xs:sequence>
            <xs:element minOccurs="0" maxOccurs="unbounded" name="long" type="xs:long"/>
          </xs:sequence></xs:complexType>
        </xs:schema>
        """;

    /// <summary>What a request must look like; types without their prefixes.</summary>
    public const string Asked = """
        <AddDreamsRequest xmlns="https://bingads.microsoft.com/CampaignManagement/v13"><AccountId>111</AccountId><Dreams><Dream type="Nightmare"><Kinds>Flying Falling</Kinds><Name>Falling</Name><Fear>9</Fear></Dream><Dream><Depth>2.5</Depth><Ids><long xmlns="http://schemas.microsoft.com/2003/10/Serialization/Arrays">1</long><long xmlns="http://schemas.microsoft.com/2003/10/Serialization/Arrays">2</long></Ids><Name>Sea</Name></Dream><Dream nil="true"></Dream></Dreams></AddDreamsRequest>
        """;

    public const string Answer = """
        <AddDreamsResponse xmlns="https://bingads.microsoft.com/CampaignManagement/v13" xmlns:i="http://www.w3.org/2001/XMLSchema-instance" xmlns:a="http://schemas.microsoft.com/2003/10/Serialization/Arrays">
          <DreamIds><a:long>7</a:long><a:long i:nil="true"/></DreamIds>
          <Dreams><Dream i:type="Nightmare"><At>2026-11-24T01:02:03</At><Colour>grey</Colour><Kinds>Flying Falling</Kinds><Name>Night</Name><Fear>4</Fear></Dream></Dreams>
        </AddDreamsResponse>
        """;

    private const string Rest = """
          <wsdl:message name="AddIn"><wsdl:part name="parameters" element="s:AddDreamsRequest"/></wsdl:message>
          <wsdl:message name="AddOut"><wsdl:part name="parameters" element="s:AddDreamsResponse"/></wsdl:message>
          <wsdl:message name="GetIn"><wsdl:part name="parameters" element="s:GetCampaignsByAccountIdRequest"/></wsdl:message>
          <wsdl:message name="GetOut"><wsdl:part name="parameters" element="s:GetCampaignsByAccountIdResponse"/></wsdl:message>
          <wsdl:portType name="IDreams">
            <wsdl:operation name="AddDreams"><wsdl:input message="s:AddIn"/><wsdl:output message="s:AddOut"/></wsdl:operation>
            <wsdl:operation name="GetCampaignsByAccountId"><wsdl:input message="s:GetIn"/><wsdl:output message="s:GetOut"/></wsdl:operation>
          </wsdl:portType>
          <wsdl:binding name="B" type="s:IDreams"><soap:binding transport="http://schemas.xmlsoap.org/soap/http"/>
            <wsdl:operation name="AddDreams"><soap:operation soapAction="AddDreams" style="document"/><wsdl:input><soap:body use="literal"/></wsdl:input><wsdl:output><soap:body use="literal"/></wsdl:output></wsdl:operation>
            <wsdl:operation name="GetCampaignsByAccountId"><soap:operation soapAction="GetCampaignsByAccountId" style="document"/><wsdl:input><soap:body use="literal"/></wsdl:input><wsdl:output><soap:body use="literal"/></wsdl:output></wsdl:operation>
          </wsdl:binding>
        </wsdl:definitions>
        """;
}
