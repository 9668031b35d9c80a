/** Codes of chapters 50 to 97, a row each; what stands where is in `index.ts`. */
export const ROWS_50_97 = `
  5007101000|未漂白或漂白的绸丝机织物|Silk; woven fabrics of noil silk|030|035|10%|13%|0%|fabric|?|?
  5007201100|未漂白或漂白的纯桑蚕丝机织物|Silk; woven fabrics, containing 85% or more by weight of silk or of silk waste other than noil silk|030|035|10%|13%|0%|fabric|?|?
  5208110000|未漂白轻质全棉平纹布|Fabrics, woven; containing 85% or more by weight of cotton, unbleached, plain weave, weighing not more than 100g/m2|030|035|10%|13%|0%|fabric|?|?
  5309111000|未漂白全亚麻机织物|Fabrics, woven; of flax, containing 85% or more flax, unbleached or bleached|030|035|10%|13%|0%|fabric|?|?
  5309190000|其他全亚麻机织物|Fabrics, woven; of flax, containing 85% or more flax, other than bleached or unbleached|030|035|10%|13%|0%|fabric|?|?
  5407101000|尼龙或其他聚酰胺高强力纱制机织物|Fabrics, woven; from high tenacity yarn, of nylon, other polyamides or of polyesters|030|035|10%|13%|0%|fabric|?|?
  5407200000|合成纤维扁条及类似品的机织物|Fabrics, woven; from strip or the like, of synthetic textile materials|030|035|10%|13%|0%|fabric|?|?
  5407300000|多层平行纱线相互层迭并粘合机织物|Fabrics, woven; from synthetic filament yarn, adhesive or thermal bonded|030|035|10%|13%|0%|fabric|?|?
  5503111000|未梳的聚间苯二甲酰间苯二胺纺制的合成纤维短纤|Fibres; synthetic staple fibres, of aramids, not carded, combed or otherwise processed for spinning|035|-|5%|13%|0%|yarn|?|?
  5607210000|剑麻或其他龙舌兰纤维制包扎用绳|Twine; binder or baler twine, of sisal or other textile fibres of the genus agave|035|-|5%|13%|0%|yarn|?|?
  5703100000|毛制簇绒地毯及其他簇绒铺地制品|Carpets and other textile floor coverings (including turf); tufted, of wool or fine animal hair, whether or not made up|?|?|14%|13%|0%|carpet|?|?
  5806200000|含弹性纱线≥5%的狭幅织物|Fabrics; narrow (excluding pile fabrics), containing by weight 5% or more of elastomeric yarn or rubber thread|035|-|10%|13%|0%|fabric|?|?
  5903101000|用聚氯乙烯浸、涂的绝缘布或带|Textile fabrics; impregnated, coated, covered or laminated with poly(vinyl chloride)|?|?|10%|13%|0%|fabric|?|?
  5903201000|用聚氨基甲酸酯浸、涂的绝缘布或带|Textile fabrics; impregnated, coated, covered or laminated with polyurethane|?|?|10%|13%|0%|fabric|?|?
  6006100000|羊毛或动物细毛制的其他针织、钩编织物|Fabrics; knitted or crocheted fabrics, other than those of headings 60.01 to 60.04, of wool or fine animal hair|?|?|12%|13%|0%|fabric|?|?
  6006210000|未漂白或漂白棉制的其他针织、钩编织物|Fabrics; knitted or crocheted fabrics, other than those of headings 60.01 to 60.04, of cotton, unbleached or bleached|?|?|10%|13%|0%|fabric|?|?
  6006220000|染色棉制的其他针织、钩编织物|Fabrics; knitted or crocheted fabrics, other than those of headings 60.01 to 60.04, of cotton, dyed|?|?|10%|13%|0%|fabric|?|?
  6103101000|毛制针织或钩编男式西服套装|Suits; men's or boys', knitted or crocheted|?|?|25%|13%|0%|apparel|?|?
  6103220000|棉制针织或钩编男式便服套装|Ensembles; men's or boys', of cotton, knitted or crocheted|?|?|20%|13%|0%|apparel|?|?
  6103230000|合纤制针织或钩编男便服套装|Ensembles; men's or boys', of synthetic fibres, knitted or crocheted|?|?|25%|13%|0%|apparel|?|?
  6105900000|其他纺织材料制针织或钩编男衬衫|Shirts; men's or boys', of textile materials (other than cotton or man-made fibres), knitted or crocheted|011|035|16%|13%|0%|apparel|?|?
  6110110000|羊毛制针织或钩编套头衫等|Jerseys, pullovers, cardigans, waistcoats and similar articles; knitted or crocheted, of wool or fine animal hair|011|035|14%|13%|0%|apparel|?|?
  6115100000|渐紧压袜类连裤袜|Graduated compression hosiery (for example, stockings for varicose veins), knitted or crocheted|?|?|16%|13%|0%|apparel|?|?
  6203110000|毛制男式西服套装|Suits; men's or boys', of wool or fine animal hair (not knitted or crocheted)|?|?|17.5%|13%|0%|apparel|?|?
  6203191000|丝及绢丝制男式西服套装|Suits; men's or boys', of textile materials n.e.c. in item no. 6203.1 (not knitted or crocheted)|?|?|17.5%|13%|0%|apparel|?|?
  6203220000|棉制男式便服套装|Ensembles; men's or boys', of cotton (not knitted or crocheted)|?|?|17.5%|13%|0%|apparel|?|?
  6205902000|毛制男衬衫|Shirts; men's or boys', of textile materials n.e.c. in heading no. 6205 (not knitted or crocheted)|011|035|16%|13%|0%|apparel|?|?
  6302101000|棉制针织或钩编的床上用织物制品|Bed linen; knitted or crocheted|015|035|14%|13%|0%|linen|?|?
  6302211000|棉制印花床单|Bed linen; of cotton, printed, not knitted or crocheted|015|035|14%|13%|0%|linen|?|?
  6302221000|化纤制印花床单|Bed linen; of man-made fibres, printed, not knitted or crocheted|015|035|16%|13%|0%|linen|?|?
  6305200000|棉制货物包装袋|Sacks and bags; of a kind used for the packing of goods, of cotton|015|035|16%|13%|0%|linen|?|?
  6305320000|化纤制的散装货物储运软袋|Sacks and bags; of a kind used for the packing of goods, of man-made textile materials, flexible intermediate bulk containers|015|035|16%|13%|0%|linen|?|?
  6402200000|橡胶、塑料的将鞋面条带栓塞在鞋底上的鞋|Footwear; with outer soles and uppers of rubber or plastics, upper straps or thongs assembled to the sole by plugs|?|?|24%|13%|0%|shoe|?|?
  6402910000|其他橡胶、塑料短统靴(过踝)|Footwear; n.e.c. in heading no. 6402, covering the ankle, with outer soles and uppers of rubber or plastics|?|?|24%|13%|0%|shoe|?|?
  6402991000|橡胶制鞋面的其他橡胶、塑料鞋靴|Footwear; n.e.c. in heading no. 6402, (other than just covering the ankle), with outer soles and uppers of rubber or plastics|?|?|24%|13%|0%|shoe|?|?
  6506910000|橡胶或塑料制帽类|Headgear; (other than safety headgear), of rubber or plastics, whether or not lined or trimmed|?|?|10%|13%|0%|hat|?|?
  6506999000|其他材料制的未列名帽类|Headgear; (other than safety headgear), (of materials other than rubber or plastic), whether or not lined or trimmed|?|?|24%|13%|0%|hat|?|?
  6601100000|庭园用伞及类似品|Umbrellas and sun umbrellas; garden or similar umbrellas|016|035|14%|13%|0%|umbrella|?|?
  6601910000|折叠伞|Umbrellas and sun umbrellas; having a telescopic shaft, (excluding garden or similar umbrellas)|016|035|10%|13%|0%|umbrella|?|?
  6702100000|塑料制花、叶、果实及其制品|Flowers, foliage and fruit, artificial, and parts thereof; articles made of artificial flowers, foliage or fruit, of plastics|035|-|20%|13%|0%|decor|?|?
  6802211000|具有一个平面的大理石及制品|Marble, travertine and alabaster; simply cut or sawn, with a flat or even surface|035|-|10%|13%|0%|stone|?|?
  6802230000|具有一个平面的花岗岩及制品|Granite; articles thereof, simply cut or sawn, with a flat or even surface|035|-|10%|13%|0%|stone|?|?
  6911101100|骨瓷餐具|Tableware and kitchenware; of porcelain or china|035|-|12%|13%|0%|ceramic|?|?
  6911900000|其他家用或盥洗用瓷器|Household and toilet articles; n.e.c. in heading no. 6911, of porcelain or china|035|-|24.5%|13%|0%|ceramic|?|?
  6912001000|陶餐具|Ceramic tableware, kitchenware, other household articles and toilet articles; other than of porcelain or china|035|-|15%|13%|0%|ceramic|?|?
  7010100000|玻璃安瓿|Glass; ampoules, of a kind used for the conveyance or packing of goods|035|-|14%|13%|0%|glass|?|?
  7010200000|玻璃制的塞、盖及类似封口器|Glass; stoppers, lids and other closures|035|-|14%|13%|0%|glass|?|?
  7013220000|铅晶质高脚杯|Stemware drinking glasses, of lead crystal|035|-|24.5%|13%|0%|glass|?|?
  7013280000|其他高脚杯|Stemware drinking glasses, other than of lead crystal or glass-ceramics|035|-|8%|13%|0%|glass|?|?
  7013330000|其他铅晶质玻璃杯|Glassware; drinking glasses (not stemware), of lead crystal|035|-|24.5%|13%|0%|glass|?|?
  7117110000|贱金属制袖扣、饰扣|Jewellery; imitation, cuff links and studs, of base metal, whether or not plated with precious metal|035|-|35%|13%|?|decor|?|?
  7117190000|其他贱金属制仿首饰|Jewellery; imitation, (excluding cuff links and studs), of base metal, whether or not plated with precious metal|035|-|17%|13%|?|decor|?|?
  7201200000|非合金生铁,含磷量＞0.5%|Iron; non-alloy pig iron containing by weight more than 0.5% of phosphorus, in pigs, blocks or other primary forms|035|-|1%|13%|0%|ingot|?|20%
  7202110000|锰铁,含碳量≥2%|Ferro-alloys; ferro-manganese, containing by weight more than 2% of carbon|035|-|2%|13%|0%|ingot|?|20%
  7202190000|锰铁,含碳量≤2%|Ferro-alloys; ferro-manganese, containing by weight 2% or less of carbon|035|-|2%|13%|0%|ingot|?|20%
  7202300000|硅锰铁|Ferro-alloys; ferro-silico-manganese|035|-|2%|13%|0%|ingot|?|20%
  7202410000|铬铁,含碳量≥4%|Ferro-alloys; ferro-chromium, containing by weight more than 4% of carbon|035|-|2%|13%|0%|ingot|?|40%
  7202490000|铬铁,含碳量≤4%|Ferro-alloys; ferro-chromium, containing by weight 4% or less of carbon|035|-|2%|13%|0%|ingot|?|40%
  7208100000|轧压花纹的热轧卷材|Iron or non-alloy steel; in coils, flat-rolled, of a width 600mm or more, hot-rolled, with patterns in relief|035|-|5%|13%|0%|steel|?|?
  7210110000|镀锡的铁或非合金钢厚宽平板轧材|Iron or non-alloy steel; flat-rolled, width 600mm or more, plated or coated with tin, thickness of 0.5mm or more|035|-|10%|13%|0%|steel|?|?
  7210120000|镀锡的铁或非合金钢薄宽平板轧材|Iron or non-alloy steel; flat-rolled, width 600mm or more, plated or coated with tin, thickness of less than 0.5mm|035|-|5%|13%|0%|steel|?|?
  7210200000|镀铅的铁或非合金钢宽平板轧材|Iron or non-alloy steel; flat-rolled, width 600mm or more, plated or coated with lead, including terne-plate|035|-|4%|13%|0%|steel|?|?
  7306110000|不锈钢焊缝石油、天然气管道管|Steel; stainless; line pipe of a kind used for oil or gas pipelines n.e.c. in chapter 73, welded, (not seamless)|035|-|7%|13%|0%|steel|?|?
  7306210000|不锈钢焊缝钻探石油天然气用套、导管|Steel, stainless; casing and tubing of a kind used in drilling for oil and gas, n.e.c. in chapter 73, welded, (not seamless)|035|-|3%|13%|0%|steel|?|?
  7318110000|方头螺钉|Iron or steel; threaded coach screws|035|-|10%|13%|0%|part|?|?
  7318130000|钩头螺钉及环头螺钉|Iron or steel; threaded screw hooks and screw rings|035|-|10%|13%|0%|part|?|?
  7318160000|螺母|Iron or steel; threaded nuts|035|-|8%|13%|0%|part|?|?
  7323100000|钢铁丝绒、擦锅器、洗擦用块垫等|Iron or steel; wool, pot scourers and scouring or polishing pads, gloves and the like|035|-|14%|13%|0%|metalware|?|?
  7323910000|餐桌、厨房等家用铸铁制器具|Cast iron; table, kitchen and other household articles and parts thereof, of cast iron, not enamelled|035|-|20%|13%|0%|metalware|?|?
  7323920000|餐桌、厨房等家用铸铁制搪瓷器|Cast iron; table, kitchen and other household articles and parts thereof, of cast iron, enamelled|035|-|20%|13%|0%|metalware|?|?
  7411101100|外径小于等于25mm的带有内（外）螺纹或翅片的精炼铜管|Copper; tubes and pipes, of refined copper|035|-|4%|13%|0%|tube|?|?
  7411211000|盘卷黄铜管|Copper; tubes and pipes, of copper-zinc base alloys (brass)|035|-|7%|13%|0%|tube|?|?
  7502101000|按重量计镍、钴总量在99.99％及以上的，但钴含量不超过0.005％的非合金镍|Nickel; unwrought, not alloyed|035|-|3%|13%|0%|ingot|?|?
  7607111000|厚度不超过0.007毫米的无衬背铝箔|Aluminium; foil, (not backed), rolled (but not further worked), of a thickness not exceeding 0.2mm|035|-|6%|13%|0%|tube|?|?
  7615200000|铝制卫生器具及其零件|Aluminium; sanitary ware and parts thereof|035|-|18%|13%|0%|metalware|?|?
  7801100000|未锻轧精炼铅|Lead; unwrought, refined|035|-|3%|13%|0%|ingot|?|?
  7801910000|未锻轧铅锑合金|Lead; unwrought, unrefined, containing by weight antimony as the principal other element|035|-|3%|13%|0%|ingot|?|?
  7901111000|按重量计含锌量在99.995%及以上的未煅轧锌|Zinc; unwrought, (not alloyed), containing by weight 99.99% or more of zinc|035|-|3%|13%|0%|ingot|?|20%
  7901120000|含锌量＜99.99%的未锻轧锌|Zinc; unwrought, (not alloyed), containing by weight less than 99.99% of zinc|035|-|3%|13%|0%|ingot|?|20%
  8001100000|未锻轧非合金锡|Tin; unwrought, not alloyed|035|-|3%|13%|0%|ingot|?|?
  8001201000|锡基巴毕脱合金|Tin; unwrought, alloys|035|-|3%|13%|0%|ingot|?|?
  8203100000|钢锉、木锉及类似工具|Tools, hand; files, rasps and similar tools|?|?|10.5%|13%|0%|tool|?|?
  8203200000|钳子、镊子及类似工具|Tools, hand; pliers (including cutting pliers), pincers, tweezers and similar tools|?|?|10.5%|13%|0%|tool|?|?
  8203300000|白铁剪及类似工具|Tools, hand; metal cutting shears and similar tools|?|?|10.5%|13%|0%|tool|?|?
  8211910000|刃面固定的餐刀|Knives; table knives, having fixed cutting blades, serrated or not, excluding knives and blades of heading no. 8208|?|?|18%|13%|0%|tool|?|?
  8301100000|挂锁|Padlocks; (key, combination or electrically operated), of base metal|035|-|14%|13%|0%|part|?|?
  8301201000|机动车用中央控制门锁|Locks; of a kind used for motor vehicles (key, combination or electrically operated), of base metal|035|-|10%|13%|0%|part|?|?
  8301300000|家具用锁|Locks; of a kind used for furniture (key, combination or electrically operated), of base metal|035|-|14%|13%|0%|part|?|?
  8302200000|用贱金属支架的小脚轮|Castors; with mountings, of base metal|035|-|12%|13%|0%|part|?|?
  8302300000|机动车辆用贱金属附件及架座|Mountings, fittings and similar articles; for motor vehicles, of base metal|035|-|10%|13%|0%|part|?|?
  8302410000|建筑用贱金属配件及架座|Mountings, fittings and similar articles; of base metal, suitable for buildings|035|-|14%|13%|0%|part|?|?
  8309100000|贱金属制冠形瓶塞|Stoppers; corks, of base metal|035|-|18%|13%|0%|part|?|?
  8414200000|手动或脚踏式空气泵|Pumps; hand or foot-operated air pumps|001|?|8%|13%|0%|machine|?|?
  8414301100|功率≤0.4kw的冷藏、冷冻箱用压缩机|Compressors; of a kind used in refrigerating equipment|001|?|8%|13%|0%|machine|?|?
  8414400000|装在拖车底盘上的空气压缩机|Compressors; air compressors mounted on a wheeled chassis for towing|001|?|8%|13%|0%|machine|?|?
  8418101000|容积＞500L冷藏-冷冻组合机|Refrigerators and freezers; combined refrigerator-freezers, fitted with separate external doors, electric or other|001|?|10%|13%|0%|machine|?|?
  8418211000|容积＞150L压缩式家用型冷藏箱|Refrigerators; for household use, compression-type, electric or other|001|?|10%|13%|0%|machine|?|?
  8418291000|半导体制冷式家用型冷藏箱|Refrigerators; household, electric or not, other than compression-type|001|?|30%|13%|0%|machine|?|?
  8450111000|干衣量≤10kg的波轮式全自动洗衣机|Washing machines; household or laundry-type, fully-automatic, (of a dry linen capacity not exceeding 10kg)|001|?|10%|13%|0%|machine|?|?
  8452101000|多功能家用缝纫机|Sewing machines; of the household type|001|?|21%|13%|0%|machine|?|?
  8452211000|非家用自动平缝机|Sewing machines; (not household type), automatic units|001|?|12%|13%|0%|machine|?|?
  8471492000|以系统形式进口的小型计算机|Automatic data processing machines; presented in the form of systems, n.e.c. in item no. 8471.30 or 8471.41|001|?|0%|13%|0%|computer|?|?
  8501101000|输出功率≤37.5W玩具电动机|Electric motors; of an output not exceeding 37.5W|001|?|24.5%|13%|0%|machine|?|?
  8501200000|输出功率＞37.5W交直流两用电动机|Electric motors; universal AC/DC of an output exceeding 37.5W|001|?|12%|13%|0%|machine|?|?
  8501310000|输出功率≤750瓦直流电动机、发电机|Electric motors and generators; DC, of an output not exceeding 750W|001|?|12%|13%|0%|machine|?|?
  8509900000|家用电动器具的零件|Electro-mechanical domestic appliances; parts for the appliances of heading no. 8509|001|?|12%|13%|0%|appliance|?|?
  8516101000|储存式电热水器|Heaters; electric, instantaneous or storage water and immersion heaters|?|?|10%|13%|0%|appliance|?|?
  8516210000|电气储存式散热器|Heating apparatus; electric storage heating radiators|?|?|35%|13%|0%|appliance|?|?
  8516291000|电气土壤加热器|Heating apparatus; electric soil heating apparatus and space heating apparatus (excluding storage heating radiators)|?|?|10%|13%|0%|appliance|?|?
  8516310000|电吹风机|Hair-dressing apparatus; electro-thermic hair dryers|?|?|10%|13%|0%|appliance|?|?
  8518210000|单喇叭音箱|Loudspeakers; single, mounted in their enclosures|?|?|10%|13%|0%|electronic|?|?
  8518220000|多喇叭音箱|Loudspeakers; multiple, mounted in the same enclosure|?|?|10%|13%|0%|electronic|?|?
  8518290000|其他扬声器|Loudspeakers; not mounted in their enclosures|?|?|0%|13%|0%|electronic|?|?
  8528599000|单色的其他监视器|Monitors other than cathode-ray tube; n.e.c. in subheading 8528.52, whether or not colour|001|?|19%|13%|0%|electronic|?|?
  8528691000|其他彩色投影机|Projectors; n.e.c. in subheading 8528.62, whether or not colour|001|?|30%|13%|0%|electronic|?|?
  8536100000|熔断器(电压≤1000V)|Electrical apparatus; fuses, for a voltage not exceeding 1000 volts|?|?|10%|13%|0%|electronic|?|?
  8536200000|电压≤1000V自动断路器|Electrical apparatus; automatic circuit breakers, for a voltage not exceeding 1000 volts|?|?|9%|13%|0%|electronic|?|?
  8536300000|电压≤1000V其他电路保护装置|Electrical apparatus; for protecting electrical circuits, n.e.c. in heading no. 8536, for a voltage not exceeding 1000 volts|?|?|9%|13%|0%|electronic|?|?
  8544110000|铜制绕组电线|Insulated electric conductors; winding wire, of copper|?|?|10%|13%|0%|electronic|?|?
  8544190000|其他绕组电线|Insulated electric conductors; winding wire, (of other than copper)|?|?|20%|13%|0%|electronic|?|?
  8544200000|同轴电缆及其他同轴电导体|Insulated electric conductors; co-axial cable and other co-axial electric conductors|?|?|10%|13%|0%|electronic|?|?
  8703101100|全地形车|Vehicles; specially designed for travelling on snow, golf cars and similar vehicles|003|?|25%|13%|?|vehicle|6AO|?
  8703101900|其他高尔夫球车及类似车辆|Vehicles; specially designed for travelling on snow, golf cars and similar vehicles|003|?|25%|13%|?|vehicle|6AO|?
  8703109000|雪地行走专用车|Vehicles; specially designed for travelling on snow, golf cars and similar vehicles|003|?|25%|13%|?|vehicle|6AO|?
  8708100000|缓冲器(保险杠)及其零件|Vehicles; bumpers and parts thereof, for the vehicles of heading no. 8701 to 8705|035|-|10%|13%|0%|autopart|?|?
  8708210000|座椅安全带|Vehicles; parts of bodies, safety seat belts|035|-|10%|13%|0%|autopart|?|?
  8708293000|车窗玻璃升降器|Vehicles; parts and accessories, of bodies, other than safety seat belts|035|-|10%|13%|0%|autopart|?|?
  8712002000|竞赛型自行车|Bicycles and other cycles; including delivery tricycles, not motorised|003|?|13%|13%|0%|bicycle|?|?
  8712003000|山地自行车|Bicycles and other cycles; including delivery tricycles, not motorised|003|?|13%|13%|0%|bicycle|?|?
  8712004100|16、18、20英寸自行车|Bicycles and other cycles; including delivery tricycles, not motorised|003|?|13%|13%|0%|bicycle|?|?
  8714200000|残疾人车辆用零附件|Carriages for disabled persons; parts and accessories thereof|035|-|5%|13%|0%|autopart|?|?
  8714910000|非机动脚踏车车架、轮叉及其零件|Cycles; frames and forks, and parts thereof|035|-|12%|13%|0%|autopart|?|?
  8714921000|轮圈|Cycles; parts thereof, wheel rims and spokes|035|-|12%|13%|0%|autopart|?|?
  9004100000|太阳镜|Sunglasses; corrective, protective or other|?|?|20%|13%|0%|optic|?|?
  9018110000|心电图记录仪|Medical, surgical instruments and appliances; electro-cardiographs|?|?|5%|13%|0%|medical|?|?
  9018121000|B型超声波诊断仪|Medical, surgical instruments and appliances; ultrasonic scanning apparatus|?|?|7%|13%|0%|medical|?|?
  9018131000|核磁共振成像成套装置|Medical, surgical instruments and appliances; magnetic resonance imaging apparatus|?|?|4%|13%|0%|medical|?|?
  9025110000|可直接读数的液体温度计|Thermometers and pyrometers; liquid filled, for direct reading, not combined with other instruments|?|?|4%|13%|0%|instrument|?|?
  9025191000|非液体的工业用温度计及高温计|Thermometers and pyrometers; (other than liquid filled, for direct reading), not combined with other instruments|?|?|8.4%|13%|0%|instrument|?|?
  9207100000|通过电产生或扩大声音的键盘乐器|Musical instruments; keyboard, (other than accordions), the sound of which is produced or must be amplified electrically|?|?|30%|13%|0%|instrument|?|?
  9401100000|飞机用坐具|Seats; of a kind used for aircraft|?|?|0%|13%|0%|furniture|?|?
  9401201000|皮革或再生皮革面的机动车辆用坐具|Seats; of a kind used for motor vehicles|?|?|10%|13%|0%|furniture|?|?
  9401590000|柳条及类似材料制的坐具|Seats; of cane, osier or similar materials, other than bamboo or rattan|?|?|0%|13%|0%|furniture|?|?
  9403100000|办公室用金属家具|Furniture; metal, for office use|011|035|0%|13%|0%|furniture|?|?
  9403200000|其他金属家具|Furniture; metal, other than for office use|011|035|0%|13%|0%|furniture|?|?
  9403509100|卧室用漆木家具|Furniture; wooden, for bedroom use|011|035|0%|13%|0%|furniture|?|?
  9404100000|弹簧床垫|Mattress supports|?|?|20%|13%|0%|furniture|?|?
  9404290000|其他材料制褥垫|Mattresses; of other materials, not cellular rubber or plastics|?|?|20%|13%|0%|furniture|?|?
  9405500000|非电气灯具及照明装置|Luminaires and light fittings; non-electric|?|?|20%|13%|0%|lamp|?|?
  9405910000|税号94.05所列物品的玻璃制零件|Lamps and light fittings; parts thereof, of glass|?|?|20%|13%|0%|lamp|?|?
  9504400000|扑克牌|Games; playing cards|?|?|0%|13%|0%|toy|?|?
  9506110000|滑雪屐|Skis; for snow|?|?|14%|13%|?|sport|?|?
  9506120000|滑雪屐扣件(滑雪屐带)|Ski-fastenings (ski-bindings); for snow-skis|?|?|14%|13%|?|sport|?|?
  9506190000|其他滑雪用具|Snow-ski equipment|?|?|14%|13%|?|sport|?|?
  9603100000|用枝条或其他植物材料捆扎成的帚|Brooms and brushes; consisting of twigs or other vegetable materials bound together, with or without handles|?|?|25%|13%|0%|brush|?|?
  9603210000|牙刷，包括齿板刷|Brushes; toothbrushes|?|?|25%|13%|0%|brush|?|?
  9603401100|猪鬃制漆刷及类似刷|Brushes; paint, distemper, varnish or similar brushes (not those of item no. 9603.30), paint pads and rollers|?|?|20%|13%|0%|brush|?|?
  9608100000|圆珠笔|Pens; ball point|?|?|15%|13%|0%|pen|?|?
  9608200000|毡尖和其他渗水式笔尖笔及唛头笔|Pens; felt tipped and other porous-tipped pens and markers|?|?|21%|13%|0%|pen|?|?
  9619002000|卫生巾（护垫）及止血塞|Sanitary towels (pads) and tampons, napkins (diapers), napkin liners and similar articles, of any material|035|-|10%|13%|0%|cosmetic|?|?
  9619009000|任何材料制的卫生巾或尿布的类似品|Sanitary towels (pads) and tampons, napkins (diapers), napkin liners and similar articles, of any material|035|-|14%|13%|0%|cosmetic|?|?
`;
